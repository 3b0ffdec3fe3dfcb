/** The old people of 箭楼社区 whom the demonstration's data sharing knows with an account. */
import { readFileSync } from 'node:fs';

const VILLAGE = '210381003009';

interface Resident {
  idNumber: string;
  name: string;
  /** Of the social-security card. */
  account: string;
  /** Of the card before, which was reported lost: the register still has it, the bank does not. */
  lost: string;
}

function dataset<T>(name: string): T[] {
  const file = new URL(`../../../demonstration/exchange/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T[];
}

/** In the order of the population register. */
export function residents(): Resident[] {
  const cards = dataset<{ idNumber: string; account: string }>('social-card');
  const people = dataset<{ idNumber: string; name: string; householdRegion: string }>('population');
  return people
    .filter(({ householdRegion }) => householdRegion === VILLAGE)
    .flatMap(({ idNumber, name }) => {
      const [card, before] = cards.filter((candidate) => candidate.idNumber === idNumber);
      return card && before
        ? [{ idNumber, name, account: card.account, lost: before.account }]
        : [];
    });
}

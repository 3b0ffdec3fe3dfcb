/**
 * Case numbers: region 6 + yyyyMMdd + epoch 1 + serial 5 + check 1. No national structure exists; provinces
 * that use another one replace this module. The serial comes from a sequence, so no row is locked for it.
 *
 * The sequence goes back with a backup that is put back, the epoch never does: what was given out on that
 * day after the backup had another digit there. So no number, and no workflow under its name, comes twice.
 */
import type { EntityManager } from 'typeorm';
import { unavailable } from '../../platform/errors.js';

/** ISO 7064 MOD 11,10 over digits. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

export function isCaseNumber(text: string): boolean {
  return /^\d{21}$/.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);
}

/** Where and when a case came in; `day` yyyyMMdd, left out = today in China. */
export interface Numbered {
  region: string;
  day?: string;
}

/** How often a number may be taken already before a day of a region counts as full. */
const MOST_TRIED = 20;

/**
 * A free number for each of as many cases at once; of a region its first six digits count. The serial comes
 * round after 100,000 cases of all regions and days, so a number may be given out already: on a very busy
 * day, or by an import that reached back to the same one.
 * @throws DomainError 503 `case-numbers-used-up` beyond some 100,000 cases of a region on one day
 */
export async function takeCaseNumbers(
  manager: EntityManager,
  cases: readonly Numbered[],
): Promise<string[]> {
  const numbers: string[] = [];
  const taken = new Set<string>();
  let without = cases.map((_, place) => place);
  for (let tried = 0; without.length > 0; tried += 1) {
    if (tried === MOST_TRIED)
      throw unavailable(
        'case-numbers-used-up',
        '该区域这一天的办件编号已经用完，请改日再提交，或联系管理员。',
      );
    const drawn = await drawNumbers(
      manager,
      without.map((place) => cases[place]!),
    );
    for (const number of await givenOut(manager, drawn)) taken.add(number);
    without = without.filter((place, at) => {
      const number = drawn[at]!;
      if (taken.has(number)) return true;
      taken.add(number);
      numbers[place] = number;
      return false;
    });
  }
  return numbers;
}

/** What the sequence makes of the next serials, free or not. */
async function drawNumbers(manager: EntityManager, cases: readonly Numbered[]): Promise<string[]> {
  const rows = await manager.query<{ today: string; epoch: number; serial: string }[]>(
    `SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') AS today,
            coalesce((SELECT epoch FROM store_mark), 1) % 10 AS epoch,
            lpad((nextval('case_serial') % 100000)::text, 5, '0') AS serial
       FROM generate_series(1, $1::int)`,
    [cases.length],
  );
  return cases.map(({ region, day }, place) => {
    const { today, epoch, serial } = rows[place]!;
    const digits = `${region.slice(0, 6).padEnd(6, '0')}${day ?? today}${epoch}${serial}`;
    return digits + checkDigit(digits);
  });
}

async function givenOut(manager: EntityManager, numbers: string[]): Promise<string[]> {
  const rows = await manager.query<{ number: string }[]>(
    `SELECT number FROM cases WHERE number = ANY ($1)`,
    [numbers],
  );
  return rows.map(({ number }) => number);
}

/** The next number of a region on today's date; throws as `takeCaseNumbers` does. */
export async function nextCaseNumber(manager: EntityManager, region: string): Promise<string> {
  const [number] = await takeCaseNumbers(manager, [{ region }]);
  return number!;
}

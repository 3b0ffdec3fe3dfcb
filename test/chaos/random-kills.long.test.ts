/**
 * Minutes in which any of the platform's processes may fall over at any moment while people carry cases
 * through: afterwards each case that was begun has ended as it must, nothing lost, nothing done twice.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openSessions, type Sessions } from '../../tools/bench/client.js';
import { PatientSession } from '../../tools/demo/patience.js';
import { RANDOM_KILLS_FOR } from '../sizes.js';
import { ACCEPTANCE, DECISION, OPINIONS, complete, finished, submit } from './benchmark-case.js';
import { UNHARMED, factsOf, lookInside } from './case-family.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from './platform.js';

const PARTS = ['worker', 'api', 'temporal', 'postgres', 'province'];
/** People at once, each with one case after another. */
const PEOPLE = 4;
/** From one kill to the next, ms: from right after a part is up again to well into the work. */
const [SOONEST, LATEST] = [1_000, 12_000];
/** Until what was begun in time has ended, ms. */
const LAST_CASES = 300_000;

const dataDir = newDataFolder();
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ dataDir, env: { DEMO_DAY: '2s' } });
}, 400_000);
afterAll(async () => {
  await platform?.stop();
  removeFolder(dataDir);
}, 120_000);

async function patientPeople(): Promise<Record<keyof Sessions, PatientSession>> {
  const entries = Object.entries(await openSessions(platform.url)).map(([who, session]) => [
    who,
    new PatientSession(session),
  ]);
  return Object.fromEntries(entries) as Record<keyof Sessions, PatientSession>;
}

describe('the platform', () => {
  it(
    'loses nothing and does nothing twice, whatever is killed at whatever moment',
    async () => {
      const people = await patientPeople();
      const end = Date.now() + RANDOM_KILLS_FOR;
      const numbers: string[] = [];
      const work = async () => {
        while (Date.now() < end) {
          const number = await submit(people.applicant);
          numbers.push(number);
          for (const [desk, element] of [ACCEPTANCE, ...OPINIONS, DECISION])
            await complete(people[desk], number, element);
          await finished(people.applicant, number);
        }
      };
      const killed: string[] = [];
      const kill = async () => {
        while (Date.now() < end) {
          await pause(SOONEST + Math.random() * (LATEST - SOONEST));
          const part = PARTS[Math.floor(Math.random() * PARTS.length)]!;
          const before = platform.pids()[part];
          if (before === undefined) continue;
          killed.push(part);
          await platform.kill(part);
          await platform.waitForRestart(part, before);
        }
      };
      await Promise.all([kill(), ...Array.from({ length: PEOPLE }, work)]);
      await platform.waitHealthy();
      const inside = await lookInside(dataDir);
      try {
        const facts = await factsOf(inside, ...numbers);
        process.stdout.write(
          `${numbers.length} 个办件，${killed.length} 次：${killed.join(' ')}\n`,
        );
        expect(facts).toEqual({ ...UNHARMED, payments: numbers.length });
      } finally {
        await inside.close();
      }
    },
    RANDOM_KILLS_FOR + LAST_CASES + 120_000,
  );
});

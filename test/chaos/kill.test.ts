/**
 * kill -9 of each part in the middle of a case: it still ends as it must, no step lost, none done
 * twice, one payment for the one fee, one licence for each granted item. The whole restaurant, with all
 * its children, sees the worker killed; the benchmark's case, which goes through the same parts, the rest.
 */
import { openSessions, type Sessions } from '../../tools/bench/client.js';
import { PatientSession } from '../../tools/demo/patience.js';
import { play } from '../../tools/demo/play.js';
import { stories } from '../../tools/demo/stories/index.js';
import {
  ACCEPTANCE,
  DECISION,
  OPINIONS,
  complete,
  finished,
  submit,
  type Step,
} from './benchmark-case.js';
import { UNHARMED, factsOf, lookInside } from './case-family.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from './platform.js';

const dataDir = newDataFolder();
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ dataDir, env: { DEMO_DAY: '2s' } });
}, 400_000);
afterAll(async () => {
  await platform?.stop();
  removeFolder(dataDir);
}, 120_000);

/** Lines of the restaurant's timeline after which it is in its middle. */
const MIDDLE = 9;

/** Plays the restaurant and does something in its middle. */
async function playWith(disturb: () => Promise<void>) {
  const story = stories['restaurant']!();
  let told = 0;
  let disturbed: Promise<void> | undefined;
  const result = await play(platform.url, story, () => {
    told += 1;
    if (told >= MIDDLE) disturbed ??= disturb();
  });
  await disturbed;
  return { result, wrong: story.expect(result) };
}

/** The benchmark's four people, who press again while the platform is away. */
async function patientPeople(): Promise<Record<keyof Sessions, PatientSession>> {
  const entries = Object.entries(await openSessions(platform.url)).map(([who, session]) => [
    who,
    new PatientSession(session),
  ]);
  return Object.fromEntries(entries) as Record<keyof Sessions, PatientSession>;
}

async function expectUnharmed(caseNumber: string): Promise<void> {
  await platform.waitHealthy();
  const inside = await lookInside(dataDir);
  try {
    expect(await factsOf(inside, caseNumber)).toEqual({ ...UNHARMED, payments: 1 });
  } finally {
    await inside.close();
  }
}

describe('the restaurant case', () => {
  it('ends as it must when the worker is killed in its middle', async () => {
    const { result, wrong } = await playWith(() => platform.kill('worker'));
    expect(wrong).toEqual([]);
    await expectUnharmed(result.case);
  }, 300_000);
});

describe("the benchmark's case", () => {
  let people: Record<keyof Sessions, PatientSession>;
  beforeAll(async () => {
    people = await patientPeople();
  }, 60_000);

  const done = (number: string, [desk, element]: Step) => complete(people[desk], number, element);

  it.each(['api', 'temporal', 'postgres', 'province'])(
    'ends as it must when the %s is killed while it is decided, with fee, seal and licence to come',
    async (name) => {
      const number = await submit(people.applicant);
      for (const step of [ACCEPTANCE, ...OPINIONS]) await done(number, step);
      await Promise.all([done(number, DECISION), platform.kill(name)]);
      await finished(people.applicant, number);
      await expectUnharmed(number);
    },
    300_000,
  );
});

/**
 * kill -9 of each part in the middle of the demonstration: the case still ends as it must, no step
 * lost, none done twice, one payment for the one fee, one licence for each granted item.
 */
import { play } from '../../tools/demo/play.js';
import { stories } from '../../tools/demo/stories/index.js';
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

/** Plays the restaurant and does something after as many lines as given. */
async function playWith(after: number, disturb: () => Promise<void>) {
  const story = stories['restaurant']!();
  let told = 0;
  let disturbed: Promise<void> | undefined;
  const result = await play(platform.url, story, () => {
    told += 1;
    if (told >= after) disturbed ??= disturb();
  });
  await disturbed;
  return { result, wrong: story.expect(result) };
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
  it.each([
    ['worker', 9],
    ['api', 12],
    ['temporal', 15],
    ['postgres', 18],
    ['province', 10],
  ])(
    'ends as it must when the %s is killed in its middle',
    async (name, after) => {
      const { result, wrong } = await playWith(after, () => platform.kill(name));
      expect(wrong).toEqual([]);
      await expectUnharmed(result.case);
    },
    300_000,
  );
});

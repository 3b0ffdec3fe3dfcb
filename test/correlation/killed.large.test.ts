/** Workers and relays killed on the way: every case is told once. `npm run bench -- correlation` has more. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyCases } from '../../src/cases/verification/index.js';
import { Correlation } from '../../src/cases/correlation/correlation.module.js';
import { checkCorrelation } from '../../src/cases/correlation/index.js';
import { startCrew } from '../../tools/bench/correlation/crew.js';
import { WAITS, openWaiting, timesTaken } from '../../tools/bench/correlation/waiting.js';
import { KILLS, TOLD_CASES } from '../sizes.js';
import { eventually, openStage, type Stage } from '../workflow/stage.js';

/** Messages published at a time. */
const PUBLISHERS = 16;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ waits: { xml: WAITS } });
}, 120_000);
afterAll(() => stage?.close());

it('a signal and a message each reach every waiting case once, whoever is killed', async () => {
  const { dataSource, temporal, dispatcher } = stage;
  const correlation = new Correlation(
    dataSource,
    temporal,
    { messageKept: 600_000, dayLength: 86_400_000 },
    dispatcher,
  );
  await stage.stopWorkers();
  const crew = await startCrew(stage.environment);
  const signal = randomUUID();
  let numbers: string[];
  try {
    numbers = await openWaiting(stage, TOLD_CASES);
    const publisher = 'system:test';
    await correlation.throwSignal({ id: signal, name: 'alarm', variables: {}, publisher });
    let next = 0;
    /** A part of the messages after each kill, so that every one happens while there is work. */
    const share = () => Math.ceil((numbers.length * (crew.killed + 1)) / (KILLS + 1));
    const publishing = Array.from({ length: PUBLISHERS }, async () => {
      while (next < numbers.length) {
        if (next >= share()) {
          await pause(100);
          continue;
        }
        const key = `real-${next++}`;
        await correlation.publish({ id: randomUUID(), name: 'go', key, variables: {}, publisher });
      }
    });
    const told = async () => {
      const [row] = await dataSource.query<{ left: number }[]>(
        `SELECT count(*)::int AS left FROM message WHERE state <> 'taken'`,
      );
      return (
        next >= TOLD_CASES &&
        row?.left === 0 &&
        (await timesTaken(dataSource, signal)).size === TOLD_CASES
      );
    };
    expect(await crew.killUntil(told, 1_000, KILLS)).toBe(KILLS);
    await Promise.all(publishing);
    // Those started last are known to the server a moment later.
    const verified = await eventually('the workers to answer', () =>
      verifyCases(dataSource, temporal).catch(() => undefined),
    );
    expect(verified).toEqual({ checked: TOLD_CASES, differences: [] });
  } finally {
    await crew.stop();
  }
  expect([...(await timesTaken(dataSource, signal)).values()]).toEqual(numbers.map(() => 1));
  const [row] = await dataSource.query<{ messages: number; cases: number }[]>(
    `SELECT count(*)::int AS messages, count(DISTINCT case_number)::int AS cases FROM case_step
      WHERE cause LIKE 'message:%' AND NOT superseded`,
  );
  expect(row).toEqual({ messages: TOLD_CASES, cases: TOLD_CASES });
  expect(await checkCorrelation(dataSource.manager)).toEqual([]);
}, 900_000);

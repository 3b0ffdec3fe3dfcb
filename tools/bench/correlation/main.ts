/**
 * `npm run bench -- correlation [--rows N] [--cases N]`: how fast a message finds its one case among
 * many that wait, and whether a signal reaches every real one once although workers and relays are
 * killed on the way. Prints one JSON line; exit 1 when a case was missed or told twice.
 */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Correlation } from '../../../src/cases/correlation/correlation.module.js';
import { checkCorrelation } from '../../../src/cases/correlation/index.js';
import { publishMessage } from '../../../src/cases/correlation/messages.js';
import { openStage, type Stage } from '../../../test/workflow/stage.js';
import { startPostgres } from '../../embedded/postgres.js';
import { startTemporal } from '../../embedded/temporal.js';
import { percentiles } from '../latency.js';
import { startCrew, type Crew } from './crew.js';
import { WAITS, generateWaiting, openWaiting, timesTaken } from './waiting.js';

const LOOK_UPS = 2_000;
const TOLD = 300;
const KILL_EVERY = 3_000;
const KILLS = 24;

/** Looks up among generated rows; nobody relays meanwhile, and what was found is taken back. */
async function lookUps({ dataSource }: Stage, rows: number): Promise<number[]> {
  const samples: number[] = [];
  for (let count = 0; count < LOOK_UPS; count += 1) {
    const key = `row-${1 + Math.floor(Math.random() * rows)}`;
    const message = {
      id: randomUUID(),
      name: 'go',
      key,
      variables: {},
      publisher: 'system:bench',
      keptFor: 60_000,
    };
    const started = performance.now();
    const row = await dataSource.transaction((manager) =>
      publishMessage(manager, message, () => Promise.resolve(null)),
    );
    samples.push(performance.now() - started);
    if (row.receiver !== key) throw new Error(`${key} 的消息给了 ${row.receiver ?? '无人'}。`);
    await dataSource.query(`DELETE FROM message WHERE id = $1`, [row.id]);
    await dataSource.query(`UPDATE subscription SET claimed_by = NULL WHERE case_number = $1`, [
      key,
    ]);
  }
  return samples;
}

/** From the publication to the case's recorded step, one after the other. */
async function tell(correlation: Correlation, numbers: string[]): Promise<number[]> {
  const samples: number[] = [];
  for (const [place, number] of numbers.slice(0, TOLD).entries()) {
    const started = performance.now();
    const row = await correlation.publish({
      id: randomUUID(),
      name: 'go',
      key: `real-${place}`,
      variables: {},
      publisher: 'system:bench',
    });
    samples.push(performance.now() - started);
    if (row.receiver !== number) throw new Error(`real-${place} 的消息给了 ${row.receiver}。`);
  }
  return samples;
}

/** Throws a signal and kills until every case took it. */
async function signalAll(stage: Stage, correlation: Correlation, crew: Crew, numbers: string[]) {
  const id = randomUUID();
  const started = performance.now();
  await correlation.throwSignal({ id, name: 'alarm', variables: {}, publisher: 'system:bench' });
  const killed = await crew.killUntil(
    async () => (await timesTaken(stage.dataSource, id)).size >= numbers.length,
    KILL_EVERY,
    KILLS,
  );
  const seconds = (performance.now() - started) / 1000;
  const times = await timesTaken(stage.dataSource, id);
  const twice = [...times.values()].filter((count) => count > 1).length;
  return { reached: times.size, twice, killed, seconds: Math.round(seconds * 10) / 10 };
}

async function measure(stage: Stage, rows: number, cases: number) {
  const { dataSource, temporal, dispatcher } = stage;
  const correlation = new Correlation(
    dataSource,
    temporal,
    { messageKept: 60_000, dayLength: 86_400_000 },
    dispatcher,
  );
  const numbers = await openWaiting(stage, cases);
  await generateWaiting(dataSource, numbers[0]!, rows);
  const lookUpMs = percentiles(await lookUps(stage, rows));
  const toldMs = percentiles(await tell(correlation, numbers));
  await stage.stopWorkers();
  const crew = await startCrew(stage.environment);
  try {
    const signal = await signalAll(stage, correlation, crew, numbers);
    const astray = (await checkCorrelation(dataSource.manager)).length;
    return { waiting: rows + cases, cases, lookUpMs, toldMs, signal, astray };
  } finally {
    await crew.stop();
  }
}

/** Runs on servers of its own, thrown away afterwards. @returns the exit code */
async function run(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      rows: { type: 'string', default: '100000' },
      cases: { type: 'string', default: '2000' },
    },
  });
  const dir = mkdtempSync(join(tmpdir(), 'onestop-correlation-'));
  const progress = (message: string) => process.stderr.write(`${message}\n`);
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), ownGroup: false });
  const temporal = await startTemporal({
    dir: join(dir, 'temporal'),
    ownGroup: false,
    namespaces: ['test-1'],
    progress,
  });
  process.env.TEST_DATABASE_URL = postgres.url;
  process.env.TEST_TEMPORAL_ADDRESS = temporal.address;
  try {
    const stage = await openStage({ waits: { xml: WAITS } });
    const result = await measure(stage, Number(values.rows), Number(values.cases));
    process.stdout.write(`${JSON.stringify(result)}\n`);
    await stage.close();
    const { reached, twice } = result.signal;
    return reached === result.cases && twice === 0 ? 0 : 1;
  } finally {
    await temporal.stop();
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

process.exit(await run());

/**
 * `npm run bench -- supervision [--open N] [--finished N] [--rounds N] [--dir FOLDER]`: how fast the
 * board opens and goes down, and how fast statistics come, on a database of its own. Prints one JSON
 * line; exit 1 when the board or a drill is over its limit at p95. With `--dir` the database is kept
 * there and found again.
 */
import 'reflect-metadata';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCalendar } from '../../../src/calendar/index.js';
import { migrate } from '../../../src/install/schema/index.js';
import { openDatabase } from '../../../src/platform/database/index.js';
import type { Session } from '../../../src/people/identity/index.js';
import { loadOrganisations } from '../../../src/install/demonstration/index.js';
import { SupervisionFigures } from '../../../src/supervision/figures/figures.js';
import { startPostgres } from '../../embedded/postgres.js';
import { percentiles, type Percentiles } from '../latency.js';
import { cpuOfTree } from '../process-cost.js';
import { generate } from './generate.js';
import { measurementsOf, placesOf } from './measurements.js';

/** p95 in ms that must not be passed. */
const LIMITS = { board: 300, drill: 200 };
const progress = (message: string) => process.stderr.write(`${message}\n`);

/** The city's supervisor, who sees most. */
export const SUPERVISOR = {
  person: { id: 'bench' },
  post: {
    id: 'bench',
    role: 'supervisor',
    organisation: { id: 'o-2103-business', line: 'business', level: 'city', region: '210300' },
  },
} as Session;

async function fill(url: string, open: number, finished: number): Promise<void> {
  const dataSource = await openDatabase(url);
  await migrate(dataSource);
  await loadOrganisations(dataSource);
  await loadCalendar(dataSource);
  await dataSource.destroy();
  await generate(url, { open, finished }, progress);
}

/** @param server pid of PostgreSQL, whose CPU is given too: it tells more than time on a busy machine */
async function measure(url: string, rounds: number, server: number) {
  const dataSource = await openDatabase(url);
  try {
    const figures = new SupervisionFigures(dataSource);
    const places = await placesOf(dataSource);
    const measured: Record<string, Percentiles & { kind: string; cpuMs: number }> = {};
    for (const { name, kind, ask } of measurementsOf(figures, SUPERVISOR, places)) {
      // Connections, plans and pages are warm on a platform that runs.
      for (let round = 0; round < 6; round += 1) await ask(round);
      const samples: number[] = [];
      const before = cpuOfTree(server);
      for (let round = 0; round < rounds; round += 1) {
        const started = performance.now();
        await ask(round);
        samples.push(performance.now() - started);
      }
      const cpuMs = Math.round(((cpuOfTree(server) - before) / rounds) * 10) / 10;
      measured[name] = { kind, ...percentiles(samples), cpuMs };
      progress(`${name}: ${JSON.stringify(measured[name])}`);
    }
    return measured;
  } finally {
    await dataSource.destroy();
  }
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      open: { type: 'string', default: '100000' },
      finished: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '40' },
      dir: { type: 'string' },
    },
  });
  const [open, finished] = [Number(values.open), Number(values.finished)];
  const dir = values.dir ?? mkdtempSync(join(tmpdir(), 'onestop-supervision-'));
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const ready = join(dir, `filled-${open}-${finished}`);
  // Only the filling is spared the waiting for the disk; what is measured reads.
  const postgres = await startPostgres({
    dir: join(dir, 'postgres'),
    ownGroup: false,
    settings: existsSync(ready) ? [] : ['fsync=off', 'max_wal_size=4GB'],
  });
  try {
    if (!existsSync(ready)) await fill(postgres.url, open, finished);
    writeFileSync(ready, '');
    const measured = await measure(postgres.url, Number(values.rounds), postgres.pid);
    const over = Object.entries(measured).filter(
      ([, { kind, p95 }]) => p95 > (LIMITS[kind as keyof typeof LIMITS] ?? Infinity),
    );
    const result = { open, finished, limitsMs: LIMITS, measured, over: over.map(([name]) => name) };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return over.length === 0 ? 0 : 1;
  } finally {
    await postgres.stop();
    if (!values.dir) rmSync(dir, { recursive: true, force: true });
  }
}

process.exit(await run());

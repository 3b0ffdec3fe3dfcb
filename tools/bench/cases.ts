/**
 * `npm run bench`: N clients drive the benchmark process through the HTTP API for a given time and
 * print one JSON line. Only cases that ended count; the clients' own CPU is given apart.
 * The keys are documented by an example in docs/bench.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../src/platform/config.js';
import { platformConfig } from '../start/running.js';
import { openDriver } from './client.js';
import {
  databaseBytes,
  databaseCounts,
  statementCounts,
  type StatementCount,
} from './database-cost.js';
import { clientsCpu, drive, figuresOf } from './drive.js';
import { historyCost } from './history.js';
import { Stopwatch } from './latency.js';
import { orExit, readOptions, type Options } from './options.js';
import type { OwnPlatform } from '../start/own-platform.js';
import { openPlatform, pidsOf } from './platform.js';
import { bytesUnder, cpuOfTree } from './process-cost.js';

/** Cumulative CPU of each process, ms, bytes of the stores, and what was asked of the database. */
async function cost(platform: OwnPlatform, { databaseUrl }: Config) {
  const cpu = new Map([...pidsOf(platform)].map(([name, pid]) => [name, cpuOfTree(pid)]));
  const bytes = new Map([
    ...Object.entries(await databaseBytes(databaseUrl)),
    ...FOLDERS.map((name) => [name, bytesUnder(join(platform.dataDir, name))] as const),
  ]);
  const counts = new Map(Object.entries(await databaseCounts(databaseUrl)));
  return { cpu, bytes, counts, statements: await statementCounts(databaseUrl) };
}

type Cost = Awaited<ReturnType<typeof cost>>;

/** Each statement with its calls and ms a case, the most called first, as lines of text. */
function statementsPerCase(before: Cost, after: Cost, cases: number): string {
  const asked = [...after.statements].map(([id, { calls, ms, text }]): StatementCount => {
    const was = before.statements.get(id);
    return { calls: calls - (was?.calls ?? 0), ms: ms - (was?.ms ?? 0), text };
  });
  return asked
    .filter(({ calls }) => calls > 0)
    .sort((one, other) => other.calls - one.calls)
    .map(({ calls, ms, text }) =>
      [(calls / cases).toFixed(2), (ms / cases).toFixed(3), text.replaceAll(/\s+/g, ' ')].join(
        '\t',
      ),
    )
    .join('\n');
}

/** Folders of the data folder that keep something for good. */
const FOLDERS = ['temporal', 'province', 'files'];

function perCase(before: Map<string, number>, after: Map<string, number>, cases: number) {
  return Object.fromEntries(
    [...after]
      .map(([name, value]) => [name, value - (before.get(name) ?? 0)] as const)
      .filter(([, value]) => value > 0)
      .map(([name, value]) => [name, Math.round((value / cases) * 10) / 10]),
  );
}

async function measure(options: Options, platform: OwnPlatform) {
  const drivers = await Promise.all(
    Array.from({ length: options.clients }, () => openDriver(platform.url)),
  );
  const watch = new Stopwatch();
  if (options.warmUp > 0) await drive(drivers, watch, options.warmUp);
  const config = platformConfig(platform.dataDir);
  const before = await cost(platform, config);
  const ownBefore = process.cpuUsage();
  watch.measuring = true;
  const run = await drive(drivers, watch, options.seconds);
  const after = await cost(platform, config);
  const cases = run.ended.length;
  if (options.profile) {
    const file = join(options.profile, 'statements.tsv');
    writeFileSync(file, statementsPerCase(before, after, cases));
  }
  if (cases === 0) throw new Error('没有一件办结，无从计量；请看上面的错误。');
  return {
    clients: options.clients,
    ...figuresOf(run, watch),
    cpuMsPerCase: perCase(before.cpu, after.cpu, cases),
    clientsCpuMsPerCase: clientsCpu(ownBefore, cases),
    sqlPerCase: perCase(before.counts, after.counts, cases),
    bytesPerCase: perCase(before.bytes, after.bytes, cases),
    historyPerCase: await historyCost(config, run.ended),
  };
}

const options = orExit(() => readOptions(process.argv.slice(2)));
// Before the platform starts: its processes write there when they end.
if (options.profile) mkdirSync(options.profile, { recursive: true });
const platform = await openPlatform(options);
try {
  const result = await measure(options, platform);
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = result.failed > 0 ? 1 : 0;
} finally {
  await platform.stop();
}

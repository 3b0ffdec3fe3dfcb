/**
 * `npm run verify [-- --since DATE]`: compares every open case's workflow with the tables, and those that
 * ended since the date, and looks for messages and signals that went astray and for licences whose fees
 * are not settled. `npm run verify -- --repair`: makes workflows anew from the tables first, where the two
 * are of different times or differ. `npm run verify -- audit [--head N:DIGEST]`: looks through the chain of the
 * audit log. `npm run verify -- supervision [--rebuild]`: compares supervision's figures with the cases,
 * or makes them anew first. Exit 1 when there is a difference, 2 when it was asked wrongly.
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { checkChain, type ChainHead } from '../../src/people/audit/index.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import { checkCorrelation } from '../../src/cases/correlation/index.js';
import { checkLicences } from '../../src/papers/index.js';
import { databaseOptions, openDatabase } from '../../src/platform/database/index.js';
import { checkFigures, rebuildFigures } from '../../src/supervision/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { platformConfig } from '../start/running.js';
import { StoreMarks } from '../../src/platform/stores/index.js';
import { repair } from './repair.js';

const USAGE = `用法：
  npm run verify [-- --since 年-月-日]
  npm run verify -- --repair
  npm run verify -- audit [--head 序号:SM3值]
  npm run verify -- supervision [--rebuild]`;

const config = platformConfig();

async function verifyPlatform(
  dataSource: DataSource,
  { endedSince, repairing }: { endedSince?: Date; repairing: boolean },
): Promise<number> {
  const temporal = openTemporal(config);
  try {
    if (repairing) {
      await repair(dataSource, temporal, config);
      return 0;
    }
    if ((await new StoreMarks(dataSource, temporal).standing()) === 'apart') {
      console.log('PostgreSQL and Temporal are not of one time: npm run verify -- --repair');
      return 1;
    }
    const { checked, differences } = await verifyCases(dataSource, temporal, { endedSince });
    const found = [
      ...differences,
      ...(await checkCorrelation(dataSource.manager)),
      ...(await checkLicences(dataSource.manager)),
    ];
    for (const difference of found) console.log(JSON.stringify(difference));
    console.log(`${checked} cases checked, ${found.length} differences`);
    return found.length;
  } finally {
    await temporal.connection.close();
  }
}

async function verifyAudit(dataSource: DataSource, expected?: ChainHead): Promise<number> {
  const { checked, head, faults } = await checkChain(dataSource.manager, expected);
  for (const fault of faults) console.log(JSON.stringify(fault));
  console.log(`${checked} audit lines checked, ${faults.length} differences`);
  console.log(`head ${head.sequence}:${head.digest}`);
  return faults.length;
}

/** @param rebuild whether the figures are made anew first; cases wait meanwhile */
async function verifyFigures(rebuild: boolean): Promise<number> {
  // A million cases take longer than an answer of the platform may.
  const options = databaseOptions(config.databaseUrl);
  const dataSource = await new DataSource({ ...options, extra: {} }).initialize();
  try {
    if (rebuild) await rebuildFigures(dataSource.manager);
    const faults = await checkFigures(dataSource.manager);
    for (const fault of faults) console.log(JSON.stringify(fault));
    console.log(`figures checked, ${faults.length} tables differ`);
    return faults.length;
  } finally {
    await dataSource.destroy();
  }
}

/** `12:ab…` as the command prints it. */
function headIn(text: string): ChainHead | null {
  const [, sequence, digest] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return sequence && digest ? { sequence: Number(sequence), digest } : null;
}

/** `2026-11-01`: the beginning of that day in China. */
function dayIn(text: string): Date | null {
  const day = new Date(`${text}T00:00:00+08:00`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) ? day : null;
}

/** What was asked for; null = not understood. */
function asked(): ((dataSource: DataSource) => Promise<number>) | null {
  const options = {
    head: { type: 'string' },
    rebuild: { type: 'boolean' },
    repair: { type: 'boolean' },
    since: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const { head, rebuild = false, repair: repairing = false, since } = values;
  if (repairing && (positionals.length > 0 || since !== undefined)) return null;
  switch (positionals.join()) {
    case '': {
      const day = since === undefined ? undefined : dayIn(since);
      if (head !== undefined || rebuild || day === null) return null;
      return (dataSource) => verifyPlatform(dataSource, { endedSince: day, repairing });
    }
    case 'audit': {
      const expected = head === undefined ? undefined : headIn(head);
      if (rebuild || since !== undefined || expected === null) return null;
      return (dataSource) => verifyAudit(dataSource, expected);
    }
    case 'supervision':
      if (head !== undefined || since !== undefined) return null;
      return () => verifyFigures(rebuild);
    default:
      return null;
  }
}

async function main(): Promise<number> {
  const check = asked();
  if (!check) {
    console.error(USAGE);
    return 2;
  }
  const dataSource = await openDatabase(config.databaseUrl, config.payloadKeys);
  try {
    return (await check(dataSource)) > 0 ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}

process.exitCode = await main();

/**
 * `npm run verify`: compares every open case's workflow with the tables, and looks for messages and
 * signals that went astray. `npm run verify -- audit [--head N:DIGEST]`: looks through the chain of the
 * audit log. `npm run verify -- supervision [--rebuild]`: compares supervision's figures with the cases,
 * or makes them anew first. Exit 1 when there is a difference, 2 when it was asked wrongly.
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { checkChain, type ChainHead } from '../../src/people/audit/index.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import { checkCorrelation } from '../../src/cases/correlation/index.js';
import { databaseOptions, openDatabase } from '../../src/platform/database/index.js';
import { checkFigures, rebuildFigures } from '../../src/supervision/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { platformConfig } from '../start/running.js';

const USAGE = `用法：
  npm run verify
  npm run verify -- audit [--head 序号:SM3值]
  npm run verify -- supervision [--rebuild]`;

const config = platformConfig();

async function verifyPlatform(dataSource: DataSource): Promise<number> {
  const temporal = openTemporal(config);
  try {
    const { checked, differences } = await verifyCases(dataSource, temporal);
    const astray = await checkCorrelation(dataSource.manager);
    for (const difference of [...differences, ...astray]) console.log(JSON.stringify(difference));
    const count = differences.length + astray.length;
    console.log(`${checked} cases checked, ${count} differences`);
    return count;
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

/** What was asked for; null = not understood. */
function asked(): ((dataSource: DataSource) => Promise<number>) | null {
  const options = { head: { type: 'string' }, rebuild: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const { rebuild = false } = values;
  if (positionals.join() === 'supervision' && values.head === undefined)
    return () => verifyFigures(rebuild);
  if (rebuild) return null;
  if (positionals.length === 0 && values.head === undefined) return verifyPlatform;
  if (positionals.length !== 1 || positionals[0] !== 'audit') return null;
  if (values.head === undefined) return verifyAudit;
  const expected = headIn(values.head);
  return expected && ((dataSource) => verifyAudit(dataSource, expected));
}

async function main(): Promise<number> {
  const check = asked();
  if (!check) {
    console.error(USAGE);
    return 2;
  }
  const dataSource = await openDatabase(config.databaseUrl);
  try {
    return (await check(dataSource)) > 0 ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}

process.exitCode = await main();

/**
 * `npm run verify [-- --since DATE]`: compares every open case's workflow with the tables, and those that
 * ended since the date, and looks for messages and signals that went astray and for licences whose fees
 * are not settled. `npm run verify -- --repair`: makes workflows anew from the tables first, where the two
 * are of different times or differ. `npm run verify -- audit [--head N:DIGEST]`: looks through the chain of the
 * audit log. `npm run verify -- supervision [--rebuild]`: compares supervision's figures with the cases,
 * or makes them anew first. Exit 1 when there is a difference, 2 when nothing could be compared.
 */
import 'reflect-metadata';
import type { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { checkChain, type ChainHead } from '../../src/people/audit/index.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import { checkCorrelation } from '../../src/cases/correlation/index.js';
import { checkLicences } from '../../src/papers/index.js';
import type { Config } from '../../src/platform/config.js';
import { databaseOptions, openDatabase } from '../../src/platform/database/index.js';
import { checkFigures, rebuildFigures } from '../../src/supervision/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { platformConfig } from '../start/running.js';
import { StoreMarks } from '../../src/platform/stores/index.js';
import { repair } from './repair.js';
import { readRequest, type Request } from './request.js';

async function verifyPlatform(
  dataSource: DataSource,
  temporal: Client,
  endedSince?: Date,
): Promise<number> {
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
}

async function verifyAudit(dataSource: DataSource, expected?: ChainHead): Promise<number> {
  const { checked, head, faults } = await checkChain(dataSource.manager, expected);
  for (const fault of faults) console.log(JSON.stringify(fault));
  console.log(`${checked} audit lines checked, ${faults.length} differences`);
  console.log(`head ${head.sequence}:${head.digest}`);
  return faults.length;
}

/** @param rebuild whether the figures are made anew first; cases wait meanwhile */
async function verifyFigures({ databaseUrl }: Config, rebuild: boolean): Promise<number> {
  // A million cases take longer than an answer of the platform may.
  const options = databaseOptions(databaseUrl);
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

async function withTemporal<T>(config: Config, work: (temporal: Client) => Promise<T>): Promise<T> {
  const temporal = openTemporal(config);
  try {
    return await work(temporal);
  } finally {
    await temporal.connection.close();
  }
}

/** @returns how many differences there are */
async function carryOut(request: Request, config: Config, dataSource: DataSource): Promise<number> {
  switch (request.check) {
    case 'platform':
      return withTemporal(config, (temporal) =>
        verifyPlatform(dataSource, temporal, request.endedSince),
      );
    case 'repair':
      await withTemporal(config, (temporal) => repair(dataSource, temporal, config, request));
      return 0;
    case 'audit':
      return verifyAudit(dataSource, request.expected);
    case 'supervision':
      return verifyFigures(config, request.rebuild);
  }
}

async function main(): Promise<number> {
  const request = readRequest(process.argv.slice(2));
  const config = platformConfig();
  const dataSource = await openDatabase(config.databaseUrl, config.payloadKeys, config.digestKey);
  try {
    return (await carryOut(request, config, dataSource)) > 0 ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`没有核对：${(error as Error).message}`);
  process.exitCode = 2;
}

/**
 * Real servers for the tests in `test/`: one PostgreSQL and one Temporal per run of Jest (started
 * by `global-setup.mjs`), of which each test file takes a database and a namespace of its own.
 */
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { grantService, migrate } from '../../src/install/schema/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { freePort } from '../../tools/embedded/ports.js';
import { NAMESPACES } from './namespaces.js';

/** Data that many tests start from; loaded once per run, then copied with the database. */
export interface Seed {
  /** ASCII, unique: becomes part of a database's name. */
  name: string;
  load(dataSource: DataSource): Promise<void>;
}

/** Keys of every platform in the tests. */
export const PAYLOAD_KEYS = `test:${Buffer.alloc(32, 7).toString('base64')}`;

const EMPTY: Seed = { name: 'empty', load: async () => undefined };
/**
 * Where the workers of this process tell Temporal's figures: the SDK opens that door once a process, for
 * whichever test starts workers first.
 */
export const TEMPORAL_METRICS = `127.0.0.1:${await freePort()}`;
/** Any number: held while a template database or a namespace's number is made. */
const LOCK = 7_301;

/** Addresses of this run's servers. @throws Error when the test is not in a project that has them */
export function testServers(): { databaseUrl: string; temporalAddress: string } {
  const { TEST_DATABASE_URL: databaseUrl, TEST_TEMPORAL_ADDRESS: temporalAddress } = process.env;
  if (!databaseUrl || !temporalAddress) {
    throw new Error('没有测试服务器：此测试应放在 test/ 下，由 Jest 的 servers 项目运行。');
  }
  return { databaseUrl, temporalAddress };
}

/**
 * A database of the caller's own with the schema up to date (and the seed's data); thrown away
 * with the servers at the end of the run. @returns its URL
 */
export async function createTestDatabase(seed: Seed = EMPTY): Promise<string> {
  return asAdministrator(async (client) => {
    const template = `template_${seed.name}`;
    if (!(await exists(client, template))) await createTemplate(client, template, seed);
    const name = `test_${await nextNumber(client, 'test_database')}`;
    await client.query(`create database ${name} template ${template}`);
    return urlOf(name);
  });
}

/** A Temporal namespace nobody else of this run uses, with the case's search attributes. */
export async function createTestNamespace(): Promise<string> {
  return asAdministrator(async (client) => {
    const name = NAMESPACES[(await nextNumber(client, 'test_namespace')) - 1];
    if (!name) throw new Error(`测试用的命名空间已用完（${NAMESPACES.length} 个），请增加。`);
    return name;
  });
}

async function createTemplate(client: pg.Client, template: string, seed: Seed): Promise<void> {
  const unfinished = `${template}_new`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const dataSource = await openDatabase(urlOf(unfinished), PAYLOAD_KEYS);
  try {
    await migrate(dataSource);
    await seed.load(dataSource);
    await serveAs(client);
    await grantService(dataSource, SERVICE);
  } finally {
    await dataSource.destroy();
  }
  await client.query(`alter database ${unfinished} rename to ${template}`);
}

/** The user of the platform that serves, as an installation has one: rows, and no more. */
const SERVICE = 'onestop_service';

async function serveAs(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [SERVICE]);
  if (rowCount === 0) await client.query(`create role ${SERVICE} login password '${SERVICE}'`);
}

/** The same database as the platform opens it; the given address is its owner's. */
export function serviceUrl(ownersUrl: string): string {
  return Object.assign(new URL(ownersUrl), { username: SERVICE, password: SERVICE }).href;
}

/** One at a time over all test processes. */
async function asAdministrator<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: testServers().databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
    database,
  ]);
  return rowCount === 1;
}

async function nextNumber(client: pg.Client, sequence: string): Promise<number> {
  await client.query(`create sequence if not exists ${sequence}`);
  const { rows } = await client.query<{ number: string }>(`select nextval($1) as number`, [
    sequence,
  ]);
  return Number(rows[0]!.number);
}

function urlOf(database: string): string {
  const url = new URL(testServers().databaseUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The databases of a city's own Temporal: taken with the platform's, put back into none but their like. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { restore } from '../../tools/backup/put-back.js';
import { takeBackup } from '../../tools/backup/take.js';
import type { Manifest } from '../../tools/backup/manifest.js';
import { PAYLOAD_KEYS, createTestDatabase, testServers } from '../servers/index.js';

const folder = mkdtempSync(join(tmpdir(), 'onestop-engines-'));
const backup = join(folder, 'backup');
let databaseUrl: string;
const engines: string[] = [];
beforeAll(async () => {
  databaseUrl = await createTestDatabase();
  engines.push(await engineDatabase('engine_then'), await searchDatabase('search_then'));
  await query(engines[0]!, `INSERT INTO executions VALUES ('\\x01', 'case', '\\x02')`);
  const config = { databaseUrl, storageDir: join(folder, 'none'), ...SETTINGS };
  const source = { dataDir: folder, config, engine: { urls: engines } };
  await takeBackup(source, backup);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SETTINGS = { payloadKeys: PAYLOAD_KEYS, dayLength: 86_400_000, adapterGiveUp: 3_000 };

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(text)).rows;
  } finally {
    await client.end();
  }
}

async function newDatabase(name: string, tables: string): Promise<string> {
  const { databaseUrl: administrators } = testServers();
  await query(administrators, `DROP DATABASE IF EXISTS ${name}`);
  await query(administrators, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(administrators), { pathname: `/${name}` }).href;
  await query(url, tables);
  return url;
}

/** As much of Temporal's tables as tells whether they are used. */
const engineDatabase = (name: string) =>
  newDatabase(name, `CREATE TABLE executions (namespace_id bytea, workflow_id text, data bytea)`);
const searchDatabase = (name: string) =>
  newDatabase(name, `CREATE TABLE executions_visibility (namespace_id char(64), workflow_id text)`);

async function refusal(engineUrls: string[]): Promise<string> {
  const target = {
    dataDir: join(folder, 'data'),
    storageDir: join(folder, 'data', 'files'),
    databaseUrl: await createTestDatabase(),
    temporalAddress: 'none:1',
    temporalNamespace: 'default',
    payloadKeys: PAYLOAD_KEYS,
    engineUrls,
  };
  return restore(backup, target).then(
    () => 'put back',
    (error: unknown) => (error as Error).message,
  );
}

it('are in the backup, in their order', () => {
  const { engine } = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as Manifest;
  const tables = (engine as Exclude<Manifest['engine'], 'file' | null>).map(({ tables: all }) =>
    all.map(({ name }) => name),
  );
  expect(tables).toEqual([['executions'], ['executions_visibility']]);
});

it('are refused where they are of another number, kind, or in use, before anything is touched', async () => {
  const [engine, search] = [await engineDatabase('engine_now'), await searchDatabase('search_now')];
  expect(await refusal([engine])).toContain('有 2 个，TEMPORAL_DATABASE_URLS 有 1 个');
  expect(await refusal([search, engine])).toContain('数据表与备份中的不同');
  expect(await refusal([engines[0]!, search])).toContain('其中有工作流');
  const user = new pg.Client({ connectionString: engine });
  await user.connect();
  expect(await refusal([engine, search])).toContain('请先停止 Temporal');
  await user.end();
  expect(await query(engine, `SELECT * FROM executions`)).toEqual([]);
});

it('are put back into those that its own tool has made', async () => {
  const fresh = [await engineDatabase('engine_new'), await searchDatabase('search_new')];
  expect(await refusal(fresh)).toBe('put back');
  expect(await query(fresh[0]!, `SELECT workflow_id FROM executions`)).toEqual([
    { workflow_id: 'case' },
  ]);
}, 60_000);

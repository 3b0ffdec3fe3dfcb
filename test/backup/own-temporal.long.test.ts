/**
 * The drill of a city that runs PostgreSQL and Temporal itself: both databases taken while the platform
 * works, put back into new ones by their owners, repaired, and the open case finished. Tried where
 * `TEMPORAL_SERVER_DIR` holds Temporal's own programs, `temporal-server` and `temporal-sql-tool`.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { openSessions } from '../../tools/bench/client.js';
import { PatientSession } from '../../tools/demo/patience.js';
import { freePort } from '../../tools/embedded/ports.js';
import { startPostgres, type Postgres } from '../../tools/embedded/postgres.js';
import { ROOT } from '../../tools/start/settings.js';
import {
  ACCEPTANCE,
  DECISION,
  OPINIONS,
  complete,
  finished,
  submit,
} from '../chaos/benchmark-case.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from '../chaos/platform.js';
import { eventually } from '../workflow/stage.js';

const programs = process.env.TEMPORAL_SERVER_DIR ?? '';
const obtained = existsSync(join(programs, 'temporal-server'));

const folder = newDataFolder();
const backup = join(folder, 'backup');
let postgres: Postgres;
let temporal: ChildProcess | undefined;
let platform: Platform | undefined;
afterAll(async () => {
  await platform?.stop();
  temporal?.kill('SIGKILL');
  await postgres?.stop();
  removeFolder(folder);
}, 120_000);

const run = promisify(execFile);
const PASSWORD = 'of-the-test';

const urlOf = (user: string, database: string): string =>
  Object.assign(new URL(postgres.url), {
    ...(user !== 'postgres' && { username: user, password: PASSWORD }),
    pathname: `/${database}`,
  }).href;

/** As the compose file's PostgreSQL makes them, each time anew. */
async function newDatabases(): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres', 'postgres') });
  await client.connect();
  for (const name of ['onestop', 'temporal', 'temporal_visibility'])
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  const users = readFileSync(join(ROOT, 'operations/postgres/users.sql'), 'utf8')
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/:'\w+'/g, `'${PASSWORD}'`);
  for (const statement of users.split(';').filter((one) => one.trim() !== ''))
    await client.query(statement).catch((error: pg.DatabaseError) => {
      // The roles stay.
      if (error.code !== '42710') throw error;
    });
  await client.end();
  for (const [database, schema] of [
    ['temporal', 'temporal'],
    ['temporal_visibility', 'visibility'],
  ] as const) {
    const tool = (...args: string[]) =>
      run(join(programs, 'temporal-sql-tool'), [
        ...['--plugin', 'postgres12', '--endpoint', '127.0.0.1', '--port', String(postgres.port)],
        ...['--user', 'temporal', '--password', PASSWORD, '--database', database],
        ...args,
      ]);
    await tool('setup-schema', '--version', '0.0');
    await tool('update-schema', '--schema-name', `postgresql/v12/${schema}`);
  }
}

const ports: Record<string, number> = {};

async function configuration(): Promise<string> {
  for (const name of ['frontend', 'matching', 'history', 'worker'])
    for (const kind of ['', '-membership']) ports[name + kind] ??= await freePort();
  const store = (databaseName: string) => ({
    sql: {
      ...{ pluginName: 'postgres12', databaseName, connectProtocol: 'tcp' },
      ...{ connectAddr: `127.0.0.1:${postgres.port}`, user: 'temporal', password: PASSWORD },
    },
  });
  const service = (name: string) => ({
    rpc: {
      grpcPort: ports[name],
      membershipPort: ports[`${name}-membership`],
      bindOnLocalHost: true,
    },
  });
  const cluster = {
    enabled: true,
    initialFailoverVersion: 1,
    rpcName: 'frontend',
    rpcAddress: `127.0.0.1:${ports['frontend']}`,
  };
  return JSON.stringify({
    log: { stdout: true, level: 'warn' },
    persistence: {
      ...{ defaultStore: 'runs', visibilityStore: 'searches', numHistoryShards: 4 },
      datastores: { runs: store('temporal'), searches: store('temporal_visibility') },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service('frontend'),
      matching: service('matching'),
      history: service('history'),
      worker: service('worker'),
    },
    clusterMetadata: {
      ...{
        failoverVersionIncrement: 10,
        masterClusterName: 'active',
        currentClusterName: 'active',
      },
      clusterInformation: { active: cluster },
    },
  });
}

const address = () => `127.0.0.1:${ports['frontend']}`;

/** Temporal on its databases, with a namespace. */
async function startTemporal(): Promise<void> {
  mkdirSync(join(folder, 'config'), { recursive: true });
  writeFileSync(join(folder, 'config', 'city.yaml'), await configuration());
  temporal = spawn(
    join(programs, 'temporal-server'),
    ['--root', folder, '--config', 'config', '--env', 'city', '--allow-no-auth', 'start'],
    { stdio: 'ignore' },
  );
  await eventually('Temporal', () => namespaceThere().catch(() => undefined), 120_000);
}

async function namespaceThere(): Promise<true> {
  const connection = await Connection.connect({ address: address(), connectTimeout: 2_000 });
  const { workflowService } = new Client({ connection });
  try {
    await workflowService.registerNamespace({
      namespace: 'default',
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
  } catch (error) {
    if (!/already/i.test((error as Error).message)) throw error;
  }
  await workflowService.describeNamespace({ namespace: 'default' });
  await connection.close();
  return true;
}

async function stopTemporal(): Promise<void> {
  const gone = new Promise((resolve) => temporal!.once('exit', resolve));
  temporal!.kill('SIGTERM');
  await gone;
  temporal = undefined;
}

const environment = () => ({
  DATA_DIR: join(folder, 'data'),
  DATABASE_URL: urlOf('onestop_owner', 'onestop'),
  TEMPORAL_ADDRESS: address(),
  TEMPORAL_DATABASE_URLS: [
    urlOf('temporal', 'temporal'),
    urlOf('temporal', 'temporal_visibility'),
  ].join(),
  DEMONSTRATION: 'on',
});

async function command(entry: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', ...environment() };
  const asked = run(process.execPath, ['tools/run.mjs', entry, ...args], { cwd: ROOT, env });
  return (await asked).stdout;
}

async function started() {
  const { DATA_DIR: dataDir, ...env } = environment();
  platform = await startPlatform({ dataDir, env });
  const sessions = await openSessions(platform.url);
  return (who: keyof typeof sessions) => new PatientSession(sessions[who]);
}

if (obtained)
  it('of one’s own, both are taken, put back into new ones, repaired, and the case is finished', async () => {
    postgres = await startPostgres({ dir: join(folder, 'postgres') });
    await newDatabases();
    await startTemporal();
    let people = await started();
    const number = await submit(people('applicant'));
    await complete(people(ACCEPTANCE[0]), number, ACCEPTANCE[1]);
    await command('tools/backup/main.ts', backup);
    const lost = await submit(people('applicant'));
    await platform!.stop();
    await stopTemporal();

    await newDatabases();
    expect(await command('tools/backup/restore.ts', backup)).toContain('verify -- --repair');
    await startTemporal();
    people = await started();
    expect(platform!.output()).toContain('npm run verify -- --repair');
    expect(await command('tools/verify/main.ts', '--repair')).toMatch(/^epoch 2$/m);
    await platform!.waitHealthy();
    for (const [desk, element] of [...OPINIONS, DECISION])
      await complete(people(desk), number, element);
    await finished(people('applicant'), number);
    expect(await submit(people('applicant'))).not.toBe(lost);
    await eventually(
      'no differences',
      async () => (await command('tools/verify/main.ts').catch(() => '')) || undefined,
      60_000,
    );
  }, 900_000);
else
  it('is tried where Temporal’s own programs are', () => {
    console.log(`TEMPORAL_SERVER_DIR（${programs || '未设'}）里没有 temporal-server，未测试`);
  });

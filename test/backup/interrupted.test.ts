/**
 * A backup that is ended while Temporal stands still for it: Temporal goes on, whatever ended the backup,
 * and where it could still do anything it leaves nothing behind.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtProgram } from '../../tools/build/program.mjs';
import { identify } from '../../tools/embedded/process-identity.js';
import { PidFiles } from '../../tools/start/pid-files.js';
import { ROOT } from '../../tools/start/settings.js';
import { PAYLOAD_KEYS } from '../servers/index.js';
import { eventually } from '../workflow/stage.js';

const folder = mkdtempSync(join(tmpdir(), 'onestop-interrupted-'));
const dataDir = join(folder, 'data');
const target = join(folder, 'backups', 'backup');
let engine: ChildProcess;
let database: Server;
let program: string;
const sockets: Socket[] = [];

/** AuthenticationOk, ReadyForQuery: a database that lets everybody in and answers nothing after that. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

beforeAll(async () => {
  program = await builtProgram('tools/backup/main.ts');
  mkdirSync(join(dataDir, 'temporal'), { recursive: true });
  const file = join(dataDir, 'temporal', 'temporal.sqlite');
  writeFileSync(file, 'all it knows');
  engine = spawn(process.execPath, ['-e', 'setInterval(() => 0, 5)'], { stdio: 'ignore' });
  new PidFiles(join(dataDir, 'pids')).write('temporal', identify(engine.pid!)!);
  database = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(WELCOME));
  });
  await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
  const { port } = database.address() as AddressInfo;
  const environment = {
    DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/onestop`,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    TEMPORAL_FILE: file,
    PROVINCE_URL: 'http://127.0.0.1:1',
    PROVINCE_SECRET: 'none',
    STORAGE_DIR: join(dataDir, 'files'),
    PAYLOAD_KEYS,
  };
  writeFileSync(join(dataDir, 'environment.json'), JSON.stringify(environment));
}, 60_000);
afterAll(() => {
  engine?.kill('SIGKILL');
  sockets.forEach((socket) => socket.destroy());
  database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const standing = () => /^State:\s*T/m.test(readFileSync(`/proc/${engine.pid}/status`, 'utf8'));

/** A backup at the moment at which Temporal stands and the tables are to be fixed. */
async function backupUnderWay(): Promise<{ child: ChildProcess; said: () => string }> {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
  const child = spawn(process.execPath, [program, target], { cwd: ROOT, env });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await eventually('Temporal to stand', async () => standing() || undefined);
  return { child, said: () => said };
}

async function endedBy(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.kill(signal);
  return ended;
}

it.each(['SIGTERM', 'SIGINT'] as const)('ended by %s it leaves nothing', async (signal) => {
  const { child, said } = await backupUnderWay();
  expect(await endedBy(child, signal)).toBe(1);
  expect(standing()).toBe(false);
  expect(said()).toContain(`没有备份成功：收到 ${signal}，已中止。`);
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
});

it('ended by SIGKILL, Temporal goes on all the same, and the next backup clears up', async () => {
  const { child } = await backupUnderWay();
  await endedBy(child, 'SIGKILL');
  await eventually('Temporal to go on', async () => !standing() || undefined);
  expect(readdirSync(join(folder, 'backups'))).toEqual(['backup.unfinished']);
  const next = await backupUnderWay();
  await endedBy(next.child, 'SIGTERM');
  expect(readdirSync(join(folder, 'backups'))).toEqual([]);
});

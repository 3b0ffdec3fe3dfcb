/**
 * What docker-compose.yml starts of ours, started here as plain processes with the same commands and
 * environment: migration as the owner, then an API and a worker as the user that serves.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DefaultLogger } from '@temporalio/worker';
import { parse } from 'yaml';
import { workflowBundle } from '../../src/worker/workflow-bundle.js';
import { builtProgram } from '../../tools/build/program.mjs';
import { freePort } from '../../tools/embedded/ports.js';
import {
  createTestDatabase,
  createTestNamespace,
  serviceUrl,
  testServers,
} from '../servers/index.js';
import { eventually } from '../workflow/stage.js';

interface Service {
  command: [program: string, ...arguments: string[]];
  environment: Record<string, string>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

/** What a city's `.env` gives. */
const GIVEN: Record<string, string> = {
  PROVINCE_URL: 'http://127.0.0.1:9',
  PROVINCE_SECRET: randomBytes(16).toString('hex'),
  SIGN_ON_SECRET: randomBytes(16).toString('hex'),
  PAYLOAD_KEYS: `k:${randomBytes(32).toString('base64')}`,
  PUBLIC_URL: 'https://zwfw.example.cn',
};

const running: ChildProcess[] = [];
afterAll(() => void running.forEach((child) => child.kill('SIGKILL')));

/** A service's process; only what a container has of its own (names, ports, folders) is another here. */
async function start(
  name: string,
  here: Record<string, string>,
  written?: [program: string, ...arguments: string[]],
): Promise<ChildProcess> {
  const { command, environment } = compose.services[name]!;
  const [file, ...args] = written ?? command;
  const given = Object.entries(environment).map(([key, value]) => [
    key,
    value.replaceAll(/\$\{(\w+)(:\?|:-)\}/g, (_, variable: string) => GIVEN[variable] ?? ''),
  ]);
  const program = file.replace(/^dist\//, '').replace(/\.mjs$/, '.ts');
  const child = spawn(process.execPath, [await builtProgram(program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, ...Object.fromEntries(given), ...here },
  });
  running.push(child);
  return child;
}

async function ended(child: ChildProcess): Promise<[code: number | null, said: string]> {
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return [code, said];
}

const ready = (address: string) =>
  eventually(
    `${address} to be ready`,
    async () => {
      const answer = await fetch(`http://${address}/readyz`).catch(() => undefined);
      return answer?.status === 200 ? ((await answer.json()) as object) : undefined;
    },
    60_000,
  );

it('runs: migration, then an API and a worker that are ready, as the user that serves', async () => {
  const owners = await createTestDatabase();
  const here = {
    TEMPORAL_ADDRESS: testServers().temporalAddress,
    TEMPORAL_NAMESPACE: await createTestNamespace(),
    STORAGE_DIR: mkdtempSync(join(tmpdir(), 'onestop-compose-')),
  };
  const migration = { ...here, DATABASE_URL: owners, DATABASE_APP_USER: 'onestop_service' };
  expect(await ended(await start('migrate', migration))).toEqual([0, '']);

  const address = async () => `127.0.0.1:${await freePort()}`;
  const [api, worker, figures] = [await address(), await address(), await address()];
  const serving = { ...here, DATABASE_URL: serviceUrl(owners) };
  await start('api-1', { ...serving, OPERATIONS_ADDRESS: api, PORT: String(await freePort()) });
  await start('worker-1', {
    ...serving,
    OPERATIONS_ADDRESS: worker,
    TEMPORAL_METRICS_ADDRESS: figures,
  });
  const parts = { database: true, temporal: true };
  expect(await ready(api)).toEqual({ status: 'up', parts });
  expect(await ready(worker)).toEqual({ status: 'up', parts });
}, 180_000);

it('has the workflows in its image as the worker loads them, whose disk is read-only', async () => {
  const image = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  expect(image).toContain('node dist/tools/build/workflows.mjs');
  const program = await builtProgram('tools/build/workflows.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program], { cwd: tmpdir() });
  expect(await workflowBundle(new DefaultLogger('ERROR'))).toEqual({ codePath: stdout.trim() });
}, 60_000);

it('backs up, restores and repairs, by the commands of the runbook', async () => {
  const kept = mkdtempSync(join(tmpdir(), 'onestop-compose-backups-'));
  const folder = (name: string) => ({
    STORAGE_DIR: join(kept, name),
    DATA_DIR: join(kept, 'data'),
  });
  // A database that only we know: Temporal's own are tried in test/backup.
  const owners = { DATABASE_URL: await createTestDatabase(), TEMPORAL_DATABASE_URLS: '' };
  const written = compose.services['backup']!.command.map((part) =>
    part === '/backup' ? kept : part,
  ) as Service['command'];
  const taking = await start('backup', { ...owners, ...folder('files') }, written);
  expect(await ended(taking)).toEqual([0, '']);
  const [taken] = readdirSync(kept).filter((name) => /^\d{4}-\d{2}-\d{2}T\d{4}$/.test(name));

  const others = { DATABASE_URL: await createTestDatabase(), TEMPORAL_DATABASE_URLS: '' };
  const restoring = { ...others, ...folder('restored') };
  const [program] = compose.services['restore']!.command;
  expect(await ended(await start('restore', restoring, [program, join(kept, taken!)]))).toEqual([
    0,
    '',
  ]);
  const temporal = {
    TEMPORAL_ADDRESS: testServers().temporalAddress,
    TEMPORAL_NAMESPACE: await createTestNamespace(),
  };
  const [verify] = compose.services['verify']!.command;
  expect(
    await ended(await start('verify', { ...restoring, ...temporal }, [verify, '--repair'])),
  ).toEqual([0, '']);
  expect(await ended(await start('verify', { ...restoring, ...temporal }))).toEqual([0, '']);
}, 120_000);

it('refuses to serve the public without TLS', async () => {
  const child = await start('api-2', {
    DATABASE_URL: testServers().databaseUrl,
    PUBLIC_URL: 'http://zwfw.example.cn',
    STORAGE_DIR: tmpdir(),
  });
  const [code, said] = await ended(child);
  expect([code, said]).toEqual([1, expect.stringContaining('明文 http，生产环境不能使用')]);
}, 60_000);

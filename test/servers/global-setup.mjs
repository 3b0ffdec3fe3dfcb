/**
 * Jest calls this once before the first test on real servers. Plain JavaScript, because Jest
 * loads it without transforming what it imports; the servers run in a process of their own.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { builtProgram } from '../../tools/build/program.mjs';
import buildTests from '../../tools/test/native/setup.mjs';

export default async function setUp(globalConfig) {
  await Promise.all([buildTests(globalConfig), startServers()]);
}

async function startServers() {
  const child = spawn(process.execPath, [await builtProgram('test/servers/main.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.onestopTestServers = child;
  const { databaseUrl, temporalAddress } = await firstLine(child);
  process.env.TEST_DATABASE_URL = databaseUrl;
  process.env.TEST_TEMPORAL_ADDRESS = temporalAddress;
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', () => reject(new Error('测试用的 PostgreSQL 与 Temporal 没有启动成功。')));
  });
}

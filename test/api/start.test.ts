import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtProgram } from '../../tools/build/program.mjs';
import { createTestDatabase, testServers } from '../servers/index.js';

it('says in one sentence that its port is taken, and ends', async () => {
  const holder = createServer().listen(0);
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  const child = spawn(process.execPath, [await builtProgram('src/main-api.ts')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_URL: await createTestDatabase(),
      TEMPORAL_ADDRESS: testServers().temporalAddress,
      PROVINCE_URL: 'http://localhost:1',
      PROVINCE_SECRET: 'none',
      STORAGE_DIR: 'none',
      PAYLOAD_KEYS: `test:${Buffer.alloc(32).toString('base64')}`,
    },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  holder.close();
  expect(said).toBe(`端口 ${port} 已被其他程序占用；请关闭它，或用 PORT=其他端口 启动。\n`);
  expect(code).toBe(1);
}, 60_000);

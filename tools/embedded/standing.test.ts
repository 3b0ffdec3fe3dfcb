import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, type ProcessIdentity } from './process-identity.js';
import { whileStanding } from './standing.js';

const folder = mkdtempSync(join(tmpdir(), 'onestop-standing-'));
const file = join(folder, 'written');
let writer: ChildProcess;
let identity: ProcessIdentity;
beforeAll(async () => {
  const write = `setInterval(() => require('fs').appendFile('${file}', 'x', () => 0), 1)`;
  writer = spawn(process.execPath, ['-e', write]);
  await grows();
  identity = identify(writer.pid!)!;
});
afterAll(() => {
  writer.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const size = () => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

async function grows(): Promise<void> {
  const before = size();
  for (let waited = 0; size() === before; waited += 10) {
    if (waited > 10_000) throw new Error('it does not go on');
    await pause(10);
  }
}

describe('a process that stands', () => {
  it('writes nothing meanwhile, and goes on afterwards', async () => {
    const [before, after] = await whileStanding(identity, async () => {
      const seen = size();
      await pause(100);
      return [seen, size()];
    });
    expect(after).toBe(before);
    await grows();
  });

  it('goes on when the work fails', async () => {
    const failing = whileStanding(identity, () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    await grows();
  });

  it('is let go when it is another one that has its number by now', async () => {
    const another = { ...identity, startedAt: 'before' };
    await expect(whileStanding(another, () => Promise.resolve())).rejects.toThrow('刚刚退出');
    await grows();
  });
});

import { spawn } from 'node:child_process';
import { builtProgram } from '../../tools/build/program.mjs';

/** Starts the program that stands after a while, or does not. */
async function run(stands: boolean): Promise<{ signal: NodeJS.Signals | null; said: string }> {
  const program = await builtProgram('test/operations/standing-loop.ts');
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, STANDS: String(stands) },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const signal = await new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_code, by) => resolve(by)),
  );
  return { signal, said };
}

describe('the watchdog', () => {
  it('ends a process whose event loop stands, and says so', async () => {
    const { signal, said } = await run(true);
    expect(signal).toBe('SIGKILL');
    expect(said).toMatch(/^事件循环停止已 [\d.]+ 秒，进程就此退出/);
  });

  it('leaves one alone whose event loop turns, and lets it end', async () => {
    expect(await run(false)).toEqual({ signal: null, said: '' });
  });
});

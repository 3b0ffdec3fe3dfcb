/** A command as a phase runs it. */
import { spawn } from 'node:child_process';
import { ROOT } from '../start/settings.js';

/** Runs it with its output shown as it comes. @returns its exit code */
export function runShown(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs it and keeps what it says, for commands that run beside one another. */
export function runHeard(command: string, args: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (chunk: Buffer) => (said += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, said: error.message }));
    // Not `exit`: what was said last is still to be read then.
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Every command of the project, asked for what cannot be: one sentence, no stack, and not 0. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Nothing was ever kept here. */
const dataDir = mkdtempSync(join(tmpdir(), 'onestop-commands-'));

/** Entry, its arguments, and what its sentence tells. */
const ASKED: readonly [string, string[], RegExp][] = [
  ['tools/bench/main.ts', ['nothing'], /没有 nothing 这项测量/],
  ['tools/bpmn/main.ts', ['lint', '/nowhere.bpmn'], /nowhere\.bpmn/],
  ['tools/clock/main.ts', ['--nothing'], /参数 --nothing 不认识/],
  ['tools/demo/main.ts', ['--nothing'], /参数 --nothing 不认识/],
  ['tools/history/main.ts', [], /用法/],
  ['tools/openapi/main.ts', ['--nothing'], /参数 --nothing 不认识/],
  ['tools/sql/main.ts', ['--nothing'], /参数 --nothing 不认识/],
  ['tools/tck/main.ts', ['/nowhere'], /没有这个文件或目录/],
  ['tools/verify/main.ts', ['--nothing'], /参数 --nothing 不认识/],
  ['tools/backup/main.ts', ['--nothing'], /参数 --nothing 不认识/],
  ['tools/backup/restore.ts', ['/nowhere'], /不是完整的备份/],
  ['tools/start/main.ts', ['--nothing'], /--nothing/],
  ['src/main-first-administrator.ts', ['--nothing'], /--nothing/],
  ['src/main-migrate.ts', [], /DATABASE_URL/],
  ['src/main-worker.ts', [], /DATABASE_URL/],
];

interface Ended {
  code: number | null;
  said: string;
}

function run(entry: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...rest } = process.env;
  const child = spawn(process.execPath, ['tools/run.mjs', entry, ...args], {
    cwd: ROOT,
    env: { ...rest, DATA_DIR: dataDir, ...env },
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

/** A line of a stack, of ours or of Node. */
const STACK = /^\s+at .+:\d+:\d+\)?$/m;

it('says one sentence and no stack where it cannot go on', async () => {
  const ends = await Promise.all(ASKED.map(([entry, args]) => run(entry, args)));
  for (const [at, [entry, , sentence]] of ASKED.entries()) {
    const { code, said } = ends[at]!;
    expect([entry, said]).toEqual([entry, expect.stringMatching(sentence)]);
    expect([entry, STACK.test(said), code === 0]).toEqual([entry, false, false]);
  }
}, 120_000);

it('says where the database is that does not answer', async () => {
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', PAYLOAD_KEYS: KEYS };
  const { code, said } = await run('src/main-migrate.ts', [], env);
  expect([code, said]).toEqual([2, expect.stringContaining('127.0.0.1:9')]);
  expect(said).not.toMatch(STACK);
}, 60_000);

/** Of nobody: no payload was ever sealed by it. */
const KEYS = `k1:${Buffer.alloc(32).toString('base64')}`;

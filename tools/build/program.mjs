/**
 * Makes one file of JavaScript of a program: its TypeScript entry, all it imports of ours, and the
 * packages that bear it. Loading one file instead of two thousand is what a start mostly saves.
 * Plain JavaScript, because it runs before anything is compiled.
 *
 *   const file = await builtProgram('src/main-api.ts');   // dist/src/main-api.mjs, made when stale
 *   node tools/build/program.mjs src/main-api.ts …        // the same from the command line
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, compiler, isOurs, isOutside } from './compiler.mjs';

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const hashOf = (file) => sha256(readFileSync(file, 'utf8'));

/** Where the program made of an entry lies. */
export const programFile = (entry) => join(ROOT, 'dist', entry.replace(/\.ts$/, '.mjs'));

/**
 * The program made of an entry (a path in the project), made anew only when something it is made
 * of changed. Compiling is left to a process of its own: the caller may run for months.
 * @throws Error when it cannot be compiled; the compiler has said why on stderr
 */
export async function builtProgram(entry) {
  if (!isBuilt(entry)) await buildElsewhere(entry);
  return programFile(entry);
}

/** What every program is made of besides its sources. */
function foundation() {
  const files = [
    'package-lock.json',
    ...['program', 'compiler', 'swc'].map((name) => `tools/build/${name}.mjs`),
  ];
  return sha256([ROOT, ...files.map((file) => readFileSync(join(ROOT, file), 'utf8'))].join('\0'));
}

/** Whether the program is made of the present sources. */
export function isBuilt(entry) {
  try {
    const { foundation: made, sources } = JSON.parse(readFileSync(stampOf(entry), 'utf8'));
    return (
      made === foundation() &&
      Object.entries(sources).every(([path, hash]) => hashOf(join(ROOT, path)) === hash)
    );
  } catch {
    return false; // Never made, or a source is gone.
  }
}

const stampOf = (entry) => `${programFile(entry)}.sources.json`;

async function buildElsewhere(entry) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), entry], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    // Not what a test runner sets for itself.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`程序 ${entry} 没有编译成功；请看上面的输出。`);
}

async function build(entry) {
  const { rolldown } = await import('rolldown');
  const sources = {};
  const made = foundation();
  const bundle = await rolldown({
    input: join(ROOT, entry),
    platform: 'node',
    external: isOutside,
    plugins: [await compiler({ found: (file) => (sources[relative(ROOT, file)] = hashOf(file)) })],
    onLog: (level, log, say) => isOurs(log.id ?? '') && say('error', log),
    // A module of ours does nothing by being loaded: what a program does not use of it stays out.
    treeshake: { moduleSideEffects: (id) => !isOurs(id) },
  });
  const { output } = await bundle.generate({
    format: 'esm',
    keepNames: true,
    codeSplitting: false,
    comments: false,
  });
  await bundle.close();
  const file = programFile(entry);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(stampOf(entry), { force: true });
  put(file, output[0].code);
  put(stampOf(entry), JSON.stringify({ foundation: made, sources }));
}

/** In one moment: another start may be making the same. */
function put(file, text) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const entry of process.argv.slice(2)) if (!isBuilt(entry)) await build(entry);
}

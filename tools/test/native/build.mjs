/**
 * Makes of test files, and of all they use, some modules that Node loads in a second: what several of
 * them use is one module, evaluated once a process. Plain JavaScript, for Jest loads it.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compiler, isOurs, isOutside, ROOT } from '../../build/compiler.mjs';
import { BUILT, nameOf } from './places.cjs';

/** Folder of builds, each named by the process that made it and takes it away. */
const BUILDS = join(ROOT, 'dist', 'tests');
const FOLDERS = ['bpmn', 'workflows', 'activities', 'src', 'province', 'tools', 'web/src', 'test'];

/** All of the project. */
export const testFiles = () =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(ROOT, folder, name)),
  );

/**
 * Only what shares its users lies in one module: nothing is evaluated that a test does not import. Layers
 * apart, so that no two modules need each other: packages, then the language (whose work its tests count
 * by its address, bpmn/engine/testing/counted.ts), then the rest.
 */
const LAYERS = [
  { name: 'packages', test: /\/node_modules\// },
  { name: 'bpmn', test: (id) => id.startsWith(join(ROOT, 'bpmn/')) },
].map((layer) => ({ ...layer, entriesAware: true, includeDependenciesRecursively: false }));

/** Rolldown names a module of a layer by the layer and by who uses it. */
const layerOf = (name) => LAYERS.find((layer) => layer.name === name.split('~')[0])?.name ?? 'rest';

/**
 * Builds them for this process and those it starts.
 * @param {string[]} files their sources
 * @param {import('rolldown').Plugin[]} more what else becomes of the sources, once they are compiled
 * @throws Error when one cannot be compiled
 */
export async function buildTests(files, more = []) {
  clear();
  const folder = join(BUILDS, String(process.pid));
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: Object.fromEntries(files.map((file) => [nameOf(file), file])),
    platform: 'node',
    // Before all that notes types by it, in whichever module that lies.
    external: (id) => id === 'reflect-metadata' || isOutside(id),
    plugins: [await compiler({ sourceMaps: true }), ...more],
    onLog: (level, log, say) => isOurs(log.id ?? '') && say('error', log),
    treeshake: { moduleSideEffects: (id) => !isOurs(id) },
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    keepNames: true,
    comments: false,
    sourcemap: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: ({ name }) => `shared/${layerOf(name)}/[hash].mjs`,
    codeSplitting: { groups: LAYERS },
  });
  await bundle.close();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env[BUILT] = folder;
}

/** Takes away what was left by processes that were killed. */
function clear() {
  mkdirSync(BUILDS, { recursive: true });
  for (const pid of readdirSync(BUILDS))
    if (!isAlive(pid)) rmSync(join(BUILDS, pid), { recursive: true, force: true });
}

function isAlive(pid) {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

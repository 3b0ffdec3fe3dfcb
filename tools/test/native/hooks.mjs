/** How Node reads our sources in tests: `./x.js` may be `./x.ts`, which swc compiles as for the programs. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { SWC } from '../../build/swc.mjs';
import places from './places.cjs';

const { isOurs, mapOf } = places;

export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !isOurs(context.parentURL))
    return next(specifier, context);
  // Ours are TypeScript nearly all: it is tried first.
  return next(specifier.replace(/js$/, 'ts'), context).catch(() => next(specifier, context));
}

export async function load(url, context, next) {
  if (!isOurs(url) || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code, map } = await transform(await readFile(filename, 'utf8'), options(filename));
  await mkdir(dirname(mapOf(filename)), { recursive: true });
  await writeFile(mapOf(filename), map);
  return { format: 'module', source: code, shortCircuit: true };
}

const options = (filename) => ({ filename, swcrc: false, sourceMaps: true, ...SWC });

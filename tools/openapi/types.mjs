/**
 * Makes the pages' types of the interface, web/src/api/schema.d.ts, from web/openapi.json. They are
 * not committed: whatever reads types has them made first (npm install, typecheck, lint, unused, test),
 * which costs a moment unless the interface changed.
 * Plain JavaScript, because it runs before anything is compiled.
 *
 *   node tools/openapi/types.mjs
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const description = join(root, 'web/openapi.json');
const types = join(root, 'web/src/api/schema.d.ts');
/** Whose versions and words the types depend on besides the description. */
const makers = ['node_modules/openapi-typescript/package.json', 'tools/openapi/types.mjs'];

/** First line of the types: what they are made of. */
function origin(text) {
  const parts = [text, ...makers.map((file) => readFileSync(join(root, file), 'utf8'))];
  const hash = createHash('sha256').update(parts.join('\0')).digest('hex');
  return `// Made from web/openapi.json; ${hash}\n`;
}

/** Makes the types where they are not those of the present description. @returns whether it did */
export async function makeTypes() {
  const text = readFileSync(description, 'utf8');
  const first = origin(text);
  if (existsSync(types) && readFileSync(types, 'utf8').startsWith(first)) return false;
  const { default: openapiTypescript, astToString } = await import('openapi-typescript');
  const unfinished = `${types}.${process.pid}`;
  writeFileSync(unfinished, first + astToString(await openapiTypescript(text)));
  // In one moment: another check may be reading.
  renameSync(unfinished, types);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // An image installs its packages before the sources are there.
  if (existsSync(description)) await makeTypes();
}

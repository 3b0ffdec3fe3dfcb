/** Writes web/openapi.json and the web's types from it: `npm run openapi`. */
import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { describedApi } from './described-api.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const schema = join(root, 'web/src/api/schema.d.ts');

const text = await describedApi();
await writeFile(join(root, 'web/openapi.json'), text);
await mkdir(dirname(schema), { recursive: true });
await writeFile(schema, astToString(await openapiTypescript(text)));
process.stdout.write('已写入 web/openapi.json 和 web/src/api/schema.d.ts\n');
process.exit(0);

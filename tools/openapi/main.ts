/** Writes web/openapi.json and the web's types from it: `npm run openapi`. */
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../start/settings.js';
import { describedApi } from './described-api.js';
import { makeTypes } from './types.mjs';

parseArgs({ options: {} });
await writeFile(join(ROOT, 'web/openapi.json'), await describedApi());
await makeTypes();
process.stdout.write('已写入 web/openapi.json，并由它生成 web/src/api/schema.d.ts\n');
process.exit(0);

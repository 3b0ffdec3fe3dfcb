import { readFile } from 'node:fs/promises';
import 'reflect-metadata';
import { describedApi } from './described-api.js';

it('the committed web/openapi.json is what the API says of itself (else run npm run openapi)', async () => {
  const committed = await readFile(new URL('../../web/openapi.json', import.meta.url), 'utf8');
  expect(JSON.parse(await describedApi())).toEqual(JSON.parse(committed));
}, 30_000);

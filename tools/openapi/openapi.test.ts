import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';
import { describedApi } from './described-api.js';
import { unbounded } from './unbounded.js';

const committed = JSON.parse(
  await readFile(new URL('../../web/openapi.json', import.meta.url), 'utf8'),
) as Parameters<typeof unbounded>[0];

it('the committed web/openapi.json is what the API says of itself (else run npm run openapi)', async () => {
  expect(JSON.parse(await describedApi())).toEqual(committed);
}, 30_000);

it('says of every text, number and list that is asked how long or large it may be', () => {
  expect(unbounded(committed)).toEqual([]);
});

it('finds what has no bound, wherever it stands', () => {
  const asked = (schema: object) => ({
    paths: { '/a': { post: { requestBody: { content: { 'application/json': { schema } } } } } },
    components: { schemas: { Deep: { properties: { free: { type: 'string' } } } } },
  });
  const found = (schema: object) => unbounded(asked(schema));
  expect(found({ type: 'string' })).toEqual(['post /a']);
  expect(found({ type: 'string', maxLength: 5 })).toEqual([]);
  expect(found({ type: 'integer', minimum: 1 })).toEqual(['post /a']);
  expect(found({ type: 'array', items: { type: 'boolean' } })).toEqual(['post /a']);
  expect(found({ type: 'array', maxItems: 5, items: { type: 'string' } })).toEqual(['post /a[]']);
  expect(found({ allOf: [{ $ref: '#/components/schemas/Deep' }] })).toEqual(['post /a.free']);
});

it('says of every operation what it answers when all is well, and what any may be answered with', () => {
  const operations = Object.entries(committed.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { responses: Record<string, unknown> }>).map(
      ([method, { responses }]) => ({
        name: `${method} ${path}`,
        statuses: Object.keys(responses),
      }),
    ),
  );
  expect(operations.length).toBeGreaterThan(150);
  for (const { name, statuses } of operations)
    expect([name, statuses]).toEqual([name, expect.arrayContaining(['429', '503'])]);
  const silent = operations.filter(({ statuses }) => !statuses.some((one) => /^[23]/.test(one)));
  expect(silent).toEqual([]);
});

it('no two shapes of the interface have one name: the later one would stand for both', async () => {
  const src = fileURLToPath(new URL('../../src', import.meta.url));
  const files = await readdir(src, { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const texts = await Promise.all(sources.map((file) => readFile(join(src, file), 'utf8')));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^(?:export )?class (\w+Dto)\b/gm)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

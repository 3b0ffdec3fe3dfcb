import { readdirSync, readFileSync } from 'node:fs';
import { ITEM_TYPES, itemTypeName, typesWith } from './index.js';

const root = new URL('../../', import.meta.url);

/** What the pages call the types. */
function namesOnPages(language: string): Record<string, string> {
  const file = new URL(`web/src/shared/locales/${language}.json`, root);
  const { supervision } = JSON.parse(readFileSync(file, 'utf8')) as {
    supervision: Record<string, string>;
  };
  return Object.fromEntries(
    Object.entries(supervision)
      .filter(([key]) => /^type-\d/.test(key))
      .map(([key, name]) => [key.replace('type-', ''), name]),
  );
}

describe('item types', () => {
  it('are the eleven of GB/T 39046 A.1, each once', () => {
    expect(typesWith(() => true)).toEqual([
      ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20'],
    ]);
    expect(new Set(ITEM_TYPES.map(({ name }) => name)).size).toBe(ITEM_TYPES.length);
    expect([itemTypeName('07'), itemTypeName('99')]).toEqual(['行政确认', '99']);
  });

  it('have their names on the pages, in both languages, and no others are there', () => {
    const names = Object.fromEntries(ITEM_TYPES.map(({ code, name }) => [code, name]));
    expect(namesOnPages('zh')).toEqual(names);
    expect(Object.keys(namesOnPages('en')).sort()).toEqual(Object.keys(names).sort());
  });

  /** Seeds are history: what a migration once wrote is not asked again. */
  it('are named by code nowhere else', () => {
    const places = ['bpmn', 'workflows', 'activities', 'src', 'web/src'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
        .map((path) => `${folder}/${path}`),
    );
    const bare = places.filter(
      (path) =>
        !path.startsWith('workflows/item-types/') &&
        !path.startsWith('src/install/schema/migrations/') &&
        /'0[1-9]'/.test(readFileSync(new URL(path, root), 'utf8')),
    );
    expect(places.length).toBeGreaterThan(500);
    expect(bare).toEqual([]);
  });
});

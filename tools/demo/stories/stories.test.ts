/** Each story of the demonstration is told by the command, described, and played in the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANES } from '../../../test/end-to-end/lanes.js';
import { ROOT } from '../../start/settings.js';
import { stories } from './index.js';

const KINDS = Object.keys(stories).sort();
const FOLDER = join(ROOT, 'tools/demo/stories');

it('stands in the index', () => {
  const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
  const index = read('index.ts');
  const telling = readdirSync(FOLDER).filter((name) => /^export const stories:/m.test(read(name)));
  const missing = telling.filter((name) => {
    const imported = index.match(`{ stories as (\\w+) } from './${name.replace(/ts$/, 'js')}'`);
    return name !== 'index.ts' && !(imported && index.includes(`...${imported[1]},`));
  });
  expect(telling.length).toBeGreaterThan(7);
  expect(missing).toEqual([]);
});

it('is described', () => {
  const described = readFileSync(join(ROOT, 'docs/demo.md'), 'utf8').matchAll(/^\| `([^`]+)`/gm);
  const known = [...described].map(([, kind]) => kind!);
  expect(KINDS.filter((kind) => !known.includes(kind))).toEqual([]);
});

it('is played once', () => {
  expect(LANES.flat().sort()).toEqual(KINDS);
});

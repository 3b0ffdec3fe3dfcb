/** Each story of the demonstration is told by the command, described, and played in the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANES } from '../../../test/end-to-end/lanes.js';
import { ROOT } from '../../start/settings.js';
import type { Story } from '../story.js';
import { stories } from './index.js';

const KINDS = Object.keys(stories).sort();
const FOLDER = join(ROOT, 'tools/demo/stories');

it('stands in the index', async () => {
  const files = readdirSync(FOLDER).filter((name) => !/^index\.ts$|\.test\.ts$/.test(name));
  const told: string[] = [];
  for (const name of files) {
    const file = (await import(join(FOLDER, name))) as { stories?: Record<string, () => Story> };
    told.push(...Object.keys(file.stories ?? {}));
  }
  expect(KINDS).toEqual(told.sort());
});

it('is described', () => {
  const described = readFileSync(join(ROOT, 'docs/demo.md'), 'utf8').matchAll(/^\| `([^`]+)`/gm);
  const known = [...described].map(([, kind]) => kind!);
  expect(KINDS.filter((kind) => !known.includes(kind))).toEqual([]);
});

it('is played once', () => {
  expect(LANES.flat().sort()).toEqual(KINDS);
});

/** What a newcomer adds first takes few files, and its guide names files that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = (name: string): string => readFileSync(join(root, 'docs/guides', name), 'utf8');

/** A section of the guides that are short, by its heading. */
const short = (heading: string): string => {
  const [, text = ''] = guide('README.md').split(`## ${heading}\n`);
  return text.split('\n## ')[0]!;
};

/** A guide's own files: what stands first in a row of its first table, or in a numbered line. */
function filesOf(text: string): string[] {
  const [before] = text.split('\n## ');
  return [...before!.matchAll(/^(?:\| |\d+\. )`([^`]+)`/gm)].map(([, path]) => path!);
}

const isText = (path: string): boolean => path.includes('/locales/') || path.startsWith('docs/');
const isTest = (path: string): boolean => path.startsWith('test/') || path.includes('.test.');

describe.each([
  ['an element', guide('add-an-element.md')],
  ['a lint rule', short('A lint rule')],
  ['an adapter', guide('add-an-adapter.md')],
  ['an item type', guide('add-an-item-type.md')],
  ['a verb', guide('add-a-verb.md')],
  ['a page of supervision', guide('add-a-supervision-page.md')],
  ['a column of the inbox', short('A column of the inbox')],
  ['an occasion', short('An occasion to tell somebody of')],
  ['a field of an item', short('A field of an item')],
  ['a kind of document', guide('add-a-document-kind.md')],
  ['a demonstration matter', short('A demonstration matter')],
  ['a versioned definition', guide('add-a-versioned-definition.md')],
])('%s', (_what, text) => {
  const files = filesOf(text);

  it('takes no more than five files beside tests and texts', () => {
    const own = files.filter((path) => !isText(path) && !isTest(path));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThanOrEqual(5);
  });

  it('has them where the guide says', () => {
    // What is new has a name still to be given, in a folder that is there.
    const places = files
      .filter((path) => !path.startsWith('<'))
      .map((path) => (path.includes('<') ? dirname(path.replace(/<.*/, 'new')) : path));
    expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([]);
  });
});

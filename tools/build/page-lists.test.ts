/** What the pages list has its words in both languages. */
import en from '../../web/src/shared/locales/en.json' with { type: 'json' };
import zh from '../../web/src/shared/locales/zh.json' with { type: 'json' };
import { ADAPTERS } from '../../bpmn/model/vocabulary.js';
import { KINDS } from '../../src/papers/official-documents/kinds/index.js';
import { PAGE_NAMES } from '../../web/src/supervision/pages.js';
import { VERB_KEYS, VERB_NAMES, VERBS } from '../../web/src/workbench/verbs/list.js';

type Words = Record<string, unknown>;

describe.each([
  ['Chinese', zh],
  ['English', en],
])('in %s', (_language, { verb, bench, supervision, document, adapter }) => {
  const missing = (words: Words, keys: string[]) => keys.filter((key) => !words[key]);

  it('each verb of the workbench has its name, what it means, its key and, where it stays, its end', () => {
    const stay = VERB_NAMES.filter((name) => !VERBS[name].leaves);
    expect(
      missing(verb, [
        ...VERB_NAMES.flatMap((name) => [name, `means-${name}`]),
        ...stay.map((name) => `done-${name}`),
      ]),
    ).toEqual([]);
    const keys = VERB_KEYS.map(([, first]) => `key-${first}`);
    expect(missing(bench, keys)).toEqual([]);
  });

  it('each kind of official document has its name', () => {
    const kinds = KINDS.map(({ code }) => `kind-${code}`);
    expect(missing(document, kinds)).toEqual([]);
  });

  it('each adapter has its name', () => {
    expect(missing(adapter, [...ADAPTERS])).toEqual([]);
  });

  it('each page of supervision has its tab', () => {
    expect(
      missing(
        supervision,
        PAGE_NAMES.map((page) => `tab-${page}`),
      ),
    ).toEqual([]);
  });
});

it('no two keys of the help sheet are the same, nor one of the bench’s own', () => {
  const keys = VERB_KEYS.map(([key]) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => 'jkgcrompM/?'.includes(key))).toEqual([]);
});

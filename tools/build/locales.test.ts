/** The pages' two languages say the same things. */
import { readFileSync } from 'node:fs';

type Texts = { [key: string]: string | Texts };

const texts = (language: string): Map<string, string> => {
  const all = ['', 'forms.', 'audit.', 'register.', 'queries.'].flatMap((part) => {
    const file = `../../web/src/shared/locales/${part}${language}.json`;
    return flat(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Texts, '');
  });
  return new Map(all);
};

function flat(all: Texts, within: string): [string, string][] {
  return Object.entries(all).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[within + key, value]] : flat(value, `${within}${key}.`),
  );
}

/** What English needs several of, Chinese says once. */
const keyOf = (key: string): string => key.replace(/_(one|other)$/, '');
const gaps = (text: string): string[] => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();

const [chinese, english] = [texts('zh'), texts('en')];

test('every text of the pages is there in Chinese and in English', () => {
  const keys = (of: Map<string, string>) => [...new Set([...of.keys()].map(keyOf))].sort();
  expect(keys(english)).toEqual(keys(chinese));
});

test('both have the same places to fill in', () => {
  const different = [...english].filter(([key, text]) => {
    const original = chinese.get(key) ?? chinese.get(keyOf(key)) ?? '';
    // “one case” needs no number
    return !key.endsWith('_one') && gaps(text).join() !== gaps(original).join();
  });
  expect(different).toEqual([]);
});

test('no Chinese is left in the English', () => {
  const left = [...english].filter(([, text]) => /\p{Script=Han}/u.test(text));
  expect(left.map(([key]) => key)).toEqual([]);
});

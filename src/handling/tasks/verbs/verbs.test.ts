import { readFileSync } from 'node:fs';
import 'reflect-metadata';
import { VERBS } from './index.js';

const texts = (file: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../web/src/shared/locales/${file}`, import.meta.url), 'utf8'),
  ) as Record<string, Record<string, string>>;

describe('the verbs of a task', () => {
  const names = VERBS.flatMap((verb) => verb.names);

  it('each have a name, an operation and an address of their own', () => {
    const ids = VERBS.map(({ operation }) => operation.id);
    const places = VERBS.map(({ operation: { method, path } }) => `${method} ${path}`);
    for (const all of [names, ids, places]) expect(new Set(all).size).toBe(all.length);
  });

  it.each(['zh', 'en'])('are called something on timeline and audit pages, in %s', (language) => {
    const { operation } = texts(`${language}.json`);
    const { audit } = texts(`audit.${language}.json`);
    const called = (name: string) => operation?.[name] ?? audit?.[`act-task-${name}`];
    expect(names.filter((name) => !called(name))).toEqual([]);
  });
});

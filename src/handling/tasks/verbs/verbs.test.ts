import { readFileSync } from 'node:fs';
import 'reflect-metadata';
import { VERBS } from './index.js';

const locale = (language: string) => {
  const file = new URL(`../../../../web/src/shared/locales/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as {
    operation: Record<string, string>;
    audit: Record<string, string>;
  };
};

describe('the verbs of a task', () => {
  const names = VERBS.flatMap((verb) => verb.names);

  it('each have a name, an operation and an address of their own', () => {
    const ids = VERBS.map(({ operation }) => operation.id);
    const places = VERBS.map(({ operation: { method, path } }) => `${method} ${path}`);
    for (const all of [names, ids, places]) expect(new Set(all).size).toBe(all.length);
  });

  it.each(['zh', 'en'])('are called something on timeline and audit pages, in %s', (language) => {
    const { operation, audit } = locale(language);
    const called = (name: string) => operation[name] ?? audit[`act-task-${name}`];
    expect(names.filter((name) => !called(name))).toEqual([]);
  });
});

/** What a real city checks before a guide goes up: each rule has a code, a place and words. */
import type { ItemDefinition } from '../definition/index.js';

export interface ItemProblem {
  /** Of the rule: English, kebab-case, stable. */
  rule: string;
  /** An error forbids publication; a warning is said while the guide is written. */
  severity: 'error' | 'warning';
  /** JSON pointer into the item. */
  path: string;
  /** For people: what is wrong and what to do. */
  message: string;
  messageInEnglish: string;
}

/** Words for one thing found, in Chinese and in English. */
interface Words {
  zh: string;
  en: string;
}

interface Found extends Words {
  at: string;
}

/** A rule by its code. */
export interface ItemRule {
  code: string;
  problems(item: ItemDefinition): ItemProblem[];
}

/** @param find what breaks the rule: where, and in which words */
export function rule(
  code: string,
  find: (item: ItemDefinition) => Found[],
  severity: ItemProblem['severity'] = 'error',
): ItemRule {
  const problems = (item: ItemDefinition) =>
    find(item).map(({ at, zh, en }) => ({
      ...{ rule: code, severity, path: at, message: zh, messageInEnglish: en },
    }));
  return { code, problems };
}

/** One thing found where the condition is broken, none where it holds. */
export const where = (broken: boolean, at: string, zh: string, en: string): Found[] =>
  broken ? [{ at, zh, en }] : [];

export function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

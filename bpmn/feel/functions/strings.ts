/** String functions (DMN 1.5, 10.3.4.3), but for those with patterns. Characters are code points. */
import type { Frame } from '../evaluate/frame.js';
import { index, type Num } from '../values/number.js';
import { kindOf, type Value } from '../values/kinds.js';
import { builtin, type Builtin } from './builtin.js';
import { truncated } from './numbers.js';

/** Texts beyond the basic plane have characters of two halves. */
const characters = (text: string): string[] | string =>
  /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;

/** A text is looked for in another, at worst at every place of it from the beginning. */
const payForSearch = ({ budget }: Frame, text: string, match: string): void =>
  budget.pay('search', Math.ceil((text.length * match.length) / 64));

const joined = (part: string[] | string): string =>
  typeof part === 'string' ? part : part.join('');

export const strings: Builtin[] = [
  builtin('string length', 'string: string', (frame, text: string) => {
    frame.budget.operations(text.length >> 4);
    return characters(text).length;
  }),
  builtin(
    'substring',
    'string: string, start position: number, [length: number]',
    (frame, text: string, start: Num, length: Num | undefined) => {
      frame.budget.text(text.length);
      const all = characters(text);
      const first = index(truncated(start));
      const count = length === undefined ? all.length : index(truncated(length));
      if (first === 0 || Number.isNaN(first) || Number.isNaN(count) || count < 0) {
        return frame.none('substring 的位置从 1（或从 -1 倒数）起，长度不小于 0');
      }
      const from = first > 0 ? first - 1 : Math.max(all.length + first, 0);
      return joined(all.slice(from, from + count));
    },
  ),
  builtin('upper case', 'string: string', (frame, text: string) => {
    frame.budget.text(text.length);
    return text.toUpperCase();
  }),
  builtin('lower case', 'string: string', (frame, text: string) => {
    frame.budget.text(text.length);
    return text.toLowerCase();
  }),
  builtin(
    'substring before',
    'string: string, match: string',
    (frame, text: string, match: string) => {
      frame.budget.text(text.length);
      payForSearch(frame, text, match);
      const at = text.indexOf(match);
      return at < 0 ? '' : text.slice(0, at);
    },
  ),
  builtin(
    'substring after',
    'string: string, match: string',
    (frame, text: string, match: string) => {
      frame.budget.text(text.length);
      payForSearch(frame, text, match);
      const at = text.indexOf(match);
      return at < 0 ? '' : text.slice(at + match.length);
    },
  ),
  builtin('contains', 'string: string, match: string', (frame, text: string, match: string) => {
    frame.budget.operations(text.length >> 4);
    payForSearch(frame, text, match);
    return text.includes(match);
  }),
  builtin('starts with', 'string: string, match: string', (frame, text: string, match: string) => {
    frame.budget.pay('prefix', match.length >> 4);
    return text.startsWith(match);
  }),
  builtin('ends with', 'string: string, match: string', (frame, text: string, match: string) => {
    frame.budget.pay('prefix', match.length >> 4);
    return text.endsWith(match);
  }),
  builtin(
    'string join',
    'list: list, [delimiter: string?]',
    (frame, list: Value[], delimiter: string | null | undefined) => {
      const between = delimiter ?? '';
      const texts: string[] = [];
      for (const item of list) {
        if (kindOf(item) === 'null') continue;
        if (typeof item !== 'string') return frame.none('string join 的列表里有的元素不是文本');
        frame.budget.text(item.length + between.length);
        texts.push(item);
      }
      return texts.join(between);
    },
  ),
];

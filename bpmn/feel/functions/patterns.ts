/** String functions with patterns (DMN 1.5, 10.3.4.3), as XPath defines them. */
import type { Frame } from '../evaluate/frame.js';
import { patternOf, PatternError, type Match, type Pattern } from '../patterns/pattern.js';
import type { Value } from '../values/kinds.js';
import { builtin, type Builtin } from './builtin.js';

/** Null, and says why, where the pattern is none. */
function guarded(frame: Frame, body: () => Value): Value {
  try {
    return body();
  } catch (error) {
    if (error instanceof PatternError) return frame.none(error.message);
    throw error;
  }
}

/** Between the matches of nothing there is everything. */
function separating(pattern: string, flags: string, { budget }: Frame): Pattern {
  const compiled = patternOf(pattern, flags, budget);
  if (compiled.matchesEmpty()) throw new PatternError('模式不能与空文本匹配');
  return compiled;
}

function replaced(frame: Frame, input: string, pattern: string, by: string, flags: string): Value {
  const compiled = separating(pattern, flags, frame);
  const parts = flags.includes('q') ? [by] : replacement(by, compiled.groups);
  let result = '';
  let last = 0;
  for (const { from, to, groups } of compiled.all(input, frame.budget)) {
    const written = parts.map((part) => (typeof part === 'number' ? (groups[part] ?? '') : part));
    const length = written.reduce((sum, part) => sum + part.length, 0);
    frame.budget.pay('keys', parts.length >> 3);
    frame.budget.text(from - last + length);
    result += input.slice(last, from) + written.join('');
    last = to;
  }
  frame.budget.text(input.length - last);
  return result + input.slice(last);
}

/** Texts, and numbers of groups (`$1`). @throws PatternError */
function replacement(by: string, groups: number): (string | number)[] {
  const parts: (string | number)[] = [];
  for (let at = 0; at < by.length;) {
    const [found, escaped, number, plain] =
      /^(?:\\([\\$])|\$(\d+)|([^\\$]+))/.exec(by.slice(at)) ?? [];
    if (found === undefined) throw new PatternError('替换文本里的“\\”和“$”前须有反斜线，或写作 $1');
    at += found.length;
    if (number === undefined) {
      parts.push(escaped ?? plain ?? '');
      continue;
    }
    // As many digits as make the number of a group that there is.
    let digits = number;
    while (digits.length > 1 && Number(digits) > groups) digits = digits.slice(0, -1);
    parts.push(Number(digits) <= groups ? Number(digits) : '', number.slice(digits.length));
  }
  return parts;
}

function split(frame: Frame, text: string, delimiter: string): Value {
  const parts: string[] = [];
  let last = 0;
  const add = (match: Pick<Match, 'from'>) => {
    frame.budget.elements(1);
    frame.budget.text(match.from - last);
    parts.push(text.slice(last, match.from));
  };
  for (const match of separating(delimiter, '', frame).all(text, frame.budget)) {
    add(match);
    last = match.to;
  }
  add({ from: text.length });
  return parts;
}

export const patterns: Builtin[] = [
  builtin(
    'matches',
    'input: string, pattern: string, [flags: string?]',
    (frame, input: string, pattern: string, flags: string | null | undefined) =>
      guarded(frame, () =>
        patternOf(pattern, flags ?? '', frame.budget).occursIn(input, frame.budget),
      ),
  ),
  builtin(
    'replace',
    'input: string, pattern: string, replacement: string, [flags: string?]',
    (frame, input: string, pattern: string, by: string, flags: string | null | undefined) =>
      guarded(frame, () => replaced(frame, input, pattern, by, flags ?? '')),
  ),
  builtin('split', 'string: string, delimiter: string', (frame, text: string, delimiter: string) =>
    guarded(frame, () => split(frame, text, delimiter)),
  ),
];

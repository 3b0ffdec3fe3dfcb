/** Patterns, looked for in time that grows with the text only (RE2), and counted. */
import { RE2JS } from 're2js';
import type { Budget } from '../budget.js';
import { MOST_PATTERN_STEPS, MOST_PATTERN_TEXT } from '../limits.js';
import { PatternError, readFlags, translate } from './translate.js';

export { PatternError } from './translate.js';

export interface Match {
  from: number;
  to: number;
  /** Of the whole and of each group; empty for a group that took no part. */
  groups: string[];
}

const MOST_KEPT = 500;
const kept = new Map<string, Pattern | PatternError>();

/** @throws PatternError */
export function patternOf(text: string, flags: string): Pattern {
  if (text.length > MOST_PATTERN_TEXT) {
    throw new PatternError(`模式有 ${text.length} 个字符，超过上限 ${MOST_PATTERN_TEXT}`);
  }
  const key = `${flags}/${text}`;
  let pattern = kept.get(key);
  if (!pattern) {
    pattern = compiled(text, flags);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, pattern);
  }
  if (pattern instanceof PatternError) throw pattern;
  return pattern;
}

function compiled(text: string, flags: string): Pattern | PatternError {
  try {
    return new Pattern(text, flags);
  } catch (error) {
    return error instanceof PatternError
      ? error
      : new PatternError(`模式“${text.slice(0, 60)}”无法读取`);
  }
}

export class Pattern {
  private readonly compiled: RE2JS;
  private readonly looksAhead: boolean;
  private readonly steps: number;
  readonly groups: number;

  constructor(text: string, flags: string) {
    const read = readFlags(flags);
    const translated = translate(text, read);
    this.compiled = RE2JS.compile(
      translated.text,
      (read.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (read.multiline ? RE2JS.MULTILINE : 0),
    );
    this.steps = this.compiled.programSize();
    this.looksAhead = translated.looksAhead;
    this.groups = translated.groups;
    if (this.steps > MOST_PATTERN_STEPS) {
      throw new PatternError(`模式“${text.slice(0, 60)}”的重复次数太多`);
    }
  }

  occursIn(text: string, budget: Budget): boolean {
    this.charge(text.length, budget);
    return this.compiled.matcher(text).find();
  }

  matchesEmpty(): boolean {
    return this.compiled.matcher('').find();
  }

  /** All matches from left to right that do not overlap. */
  *all(text: string, budget: Budget): Generator<Match> {
    const matcher = this.compiled.matcher(text);
    let last = 0;
    if (!this.looksAhead) this.charge(text.length, budget);
    for (;;) {
      if (this.looksAhead) this.charge(text.length - last, budget);
      if (!matcher.find()) return;
      const [from, to] = [matcher.start(), matcher.end()];
      const groups = Array.from({ length: this.groups + 1 }, (_, at) => matcher.group(at) ?? '');
      budget.operations(this.groups + 1);
      yield { from, to, groups };
      last = to;
    }
  }

  /** An operation stands for sixteen steps of the pattern at one character. */
  private charge(length: number, budget: Budget): void {
    budget.operations(this.steps + ((length * this.steps) >> 4));
  }
}

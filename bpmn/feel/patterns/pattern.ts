/** Patterns, looked for in time that grows with the text only (RE2), and counted. */
import { RE2JS } from 're2js';
import type { Budget } from '../budget.js';
import { MOST_PATTERN_STEPS, MOST_PATTERN_TEXT } from '../limits.js';
import { PatternError, readFlags, translate, type Flags, type Translated } from './translate.js';

export { PatternError } from './translate.js';

export interface Match {
  from: number;
  to: number;
  /** Of the whole and of each group; empty for a group that took no part. */
  groups: string[];
}

const MOST_KEPT = 500;
/** Of the shortest pattern, also of one that cannot be read. */
const LEAST_PRICE = 50;
const kept = new Map<string, Pattern | PatternError>();

/**
 * @param budget pays for the pattern, whether others have used it before or not
 * @throws PatternError
 * @throws TooCostly
 */
export function patternOf(text: string, flags: string, budget?: Budget): Pattern {
  if (text.length > MOST_PATTERN_TEXT) {
    throw new PatternError(`模式有 ${text.length} 个字符，超过上限 ${MOST_PATTERN_TEXT}`);
  }
  const key = `${flags}/${text}`;
  let pattern = kept.get(key);
  if (!pattern) {
    pattern = read(text, flags);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, pattern);
  }
  budget?.pattern(key, pattern instanceof PatternError ? LEAST_PRICE : pattern.price);
  if (pattern instanceof PatternError) throw pattern;
  pattern.compile();
  return pattern;
}

function read(text: string, flags: string): Pattern | PatternError {
  try {
    return new Pattern(text, flags);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}

export class Pattern {
  private readonly flags: Flags;
  private readonly translated: Translated;
  private made: { machine: RE2JS; steps: number } | PatternError | undefined;

  constructor(
    private readonly text: string,
    flags: string,
  ) {
    this.flags = readFlags(flags);
    this.translated = translate(text, this.flags);
  }

  get groups(): number {
    return this.translated.groups;
  }

  /** What making it costs: its classes may be long, and each character of them have another case. */
  get price(): number {
    const length = this.translated.text.length >> 4;
    return LEAST_PRICE + (this.flags.ignoreCase ? length * 20 : length);
  }

  /** Makes it ready, once. @throws PatternError */
  compile(): void {
    this.made ??= this.attempt();
    if (this.made instanceof PatternError) throw this.made;
  }

  private attempt(): { machine: RE2JS; steps: number } | PatternError {
    const { ignoreCase, multiline } = this.flags;
    const shown = `模式“${this.text.slice(0, 60)}”`;
    try {
      const machine = RE2JS.compile(
        this.translated.text,
        (ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (multiline ? RE2JS.MULTILINE : 0),
      );
      const steps = machine.programSize();
      return steps > MOST_PATTERN_STEPS
        ? new PatternError(`${shown}的重复次数太多`)
        : { machine, steps };
    } catch {
      return new PatternError(`${shown}无法读取`);
    }
  }

  private get ready(): { machine: RE2JS; steps: number } {
    if (!this.made || this.made instanceof PatternError) throw new Error('not compiled');
    return this.made;
  }

  occursIn(text: string, budget: Budget): boolean {
    this.charge(text.length, budget);
    return this.ready.machine.matcher(text).find();
  }

  matchesEmpty(): boolean {
    return this.ready.machine.matcher('').find();
  }

  /** All matches from left to right that do not overlap. */
  *all(text: string, budget: Budget): Generator<Match> {
    const { looksAhead } = this.translated;
    const matcher = this.ready.machine.matcher(text);
    let last = 0;
    if (!looksAhead) this.charge(text.length, budget);
    for (;;) {
      if (looksAhead) this.charge(text.length - last, budget);
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
    const { steps } = this.ready;
    budget.operations(steps + ((length * steps) >> 4));
  }
}

/** Sets of values of one kind, as far as unary tests with constants describe them: sorted intervals. */
import {
  evaluateFeel,
  kindOf,
  matchesAll,
  plain,
  splitTests,
  type Kind,
} from '../../feel/index.js';

type Scalar = number | string | boolean;

interface Bound {
  /** Undefined = without end. */
  value?: Scalar;
  included: boolean;
}

export interface Interval {
  from: Bound;
  to: Bound;
}

/** What a test lets pass; `kind` undefined = every value of every kind. */
export interface ValueSet {
  kind?: Kind;
  intervals: Interval[];
  /** Whether null passes too. */
  withNull: boolean;
}

const END: Bound = { included: false };
const WHOLE: Interval = { from: END, to: END };
export const EVERYTHING: ValueSet = { intervals: [WHOLE], withNull: true };

const CONSTANT = /^(?:-?\d*\.?\d+|true|false|"(?:[^"\\]|\\.)*"|date\(\s*"[^"]*"\s*\)|@"[\d-]+")$/;
const COMPARED = /^(<=|>=|<|>|=|!=)\s*([^]+)$/;
const RANGE = /^([[\](])([^]+?)\.\.([^]+?)([\][)])$/;
const NEGATED = /^not\s*\(([^]*)\)$/;
const KINDS: readonly Kind[] = ['number', 'string', 'boolean', 'date'];

/** The values that pass; undefined where constants and ranges do not tell. */
export function valuesOf(tests: string): ValueSet | undefined {
  const text = tests.trim();
  if (matchesAll(text)) return EVERYTHING;
  const negated = NEGATED.exec(text)?.[1];
  if (negated !== undefined) {
    const inner = valuesOf(negated);
    return inner && complement(inner);
  }
  return splitTests(text)
    .map(single)
    .reduce((all, each) => (all && each ? union(all, each) : undefined));
}

function single(test: string): ValueSet | undefined {
  if (test === 'null') return { intervals: [], withNull: true };
  const range = RANGE.exec(test);
  if (range) return between(range[1]!, range[2]!, range[3]!, range[4]!);
  const compared = COMPARED.exec(test);
  const constant = scalar(compared?.[2] ?? test);
  if (!constant) return undefined;
  const { kind, value } = constant;
  const set = (from: Bound, to: Bound): ValueSet => ({
    kind,
    intervals: [{ from, to }],
    withNull: false,
  });
  const point = set({ value, included: true }, { value, included: true });
  switch (compared?.[1]) {
    case '<':
    case '<=':
      return set(END, { value, included: compared[1] === '<=' });
    case '>':
    case '>=':
      return set({ value, included: compared[1] === '>=' }, END);
    case '!=':
      return complement(point);
    default:
      return point;
  }
}

function between(start: string, low: string, high: string, end: string): ValueSet | undefined {
  const [from, to] = [scalar(low), scalar(high)];
  if (!from || !to || from.kind !== to.kind) return undefined;
  const interval = {
    from: { value: from.value, included: start === '[' },
    to: { value: to.value, included: end === ']' },
  };
  return { kind: from.kind, intervals: [interval].filter(notEmpty), withNull: false };
}

function scalar(text: string): { kind: Kind; value: Scalar } | undefined {
  if (!CONSTANT.test(text.trim())) return undefined;
  const result = evaluateFeel(text, {}, 0);
  if (!result.ok) return undefined;
  const kind = kindOf(result.value);
  return KINDS.includes(kind) ? { kind, value: plain(result.value) as Scalar } : undefined;
}

function complement({ kind, intervals, withNull }: ValueSet): ValueSet {
  const gaps: Interval[] = [];
  let from = END;
  for (const interval of intervals) {
    const to = interval.from;
    if (to.value !== undefined) gaps.push({ from, to: { ...to, included: !to.included } });
    if (interval.to.value === undefined)
      return { kind, intervals: gaps.filter(notEmpty), withNull: !withNull };
    from = { value: interval.to.value, included: !interval.to.included };
  }
  return { kind, intervals: [...gaps, { from, to: END }].filter(notEmpty), withNull: !withNull };
}

/** Of two kinds nothing can be said together. */
export function union(a: ValueSet, b: ValueSet): ValueSet | undefined {
  const withNull = a.withNull || b.withNull;
  if (isEverything(a) || isEverything(b)) return { ...EVERYTHING, withNull };
  if (a.intervals.length === 0 || b.intervals.length === 0) {
    return { ...(a.intervals.length > 0 ? a : b), withNull };
  }
  if (a.kind !== b.kind) return undefined;
  const sorted = [...a.intervals, ...b.intervals].sort((x, y) => compareFrom(x.from, y.from));
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last && touches(last.to, next.from)) {
      merged[merged.length - 1] = {
        from: last.from,
        to: compareTo(last.to, next.to) >= 0 ? last.to : next.to,
      };
    } else merged.push(next);
  }
  return { kind: a.kind, intervals: merged, withNull };
}

export function overlaps(a: ValueSet, b: ValueSet): boolean {
  if (a.withNull && b.withNull) return true;
  if (isEverything(a) || isEverything(b)) return a.intervals.length > 0 && b.intervals.length > 0;
  if (a.kind !== b.kind) return false;
  return a.intervals.some((x) =>
    b.intervals.some((y) =>
      notEmpty({
        from: compareFrom(x.from, y.from) >= 0 ? x.from : y.from,
        to: compareTo(x.to, y.to) <= 0 ? x.to : y.to,
      }),
    ),
  );
}

/** Whether all of `b` is in `a`. */
export function covers(a: ValueSet, b: ValueSet): boolean {
  if (b.withNull && !a.withNull) return false;
  if (isEverything(a) || b.intervals.length === 0) return true;
  if (a.kind !== b.kind || isEverything(b)) return false;
  return b.intervals.every((y) =>
    a.intervals.some((x) => compareFrom(x.from, y.from) <= 0 && compareTo(x.to, y.to) >= 0),
  );
}

/**
 * The stretches between the intervals, not those before the first and after the last. Nothing need
 * lie between two single values, two neighbouring whole numbers or two days in a row.
 */
export function gaps({ intervals }: ValueSet): Interval[] {
  return intervals.slice(1).flatMap((next, index) => {
    const previous = intervals[index]!;
    if (isPoint(previous) && isPoint(next)) return [];
    if (previous.to.included && next.from.included && adjacent(previous.to, next.from)) return [];
    return [{ from: turned(previous.to), to: turned(next.from) }];
  });
}

const DAY_MS = 24 * 3_600_000;
const turned = ({ value, included }: Bound): Bound => ({ value, included: !included });
const isPoint = ({ from, to }: Interval): boolean =>
  from.value !== undefined && from.value === to.value;

function adjacent({ value: low }: Bound, { value: high }: Bound): boolean {
  if (Number.isInteger(low) && Number.isInteger(high)) return Number(high) - Number(low) === 1;
  if (typeof low !== 'string' || typeof high !== 'string') return false;
  return Date.parse(high) - Date.parse(low) === DAY_MS;
}

/** Such as `(80..90)`, as FEEL writes it. */
export function written({ from, to }: Interval): string {
  return `${from.included ? '[' : '('}${String(from.value)}..${String(to.value)}${to.included ? ']' : ')'}`;
}

const isEverything = ({ kind, intervals }: ValueSet): boolean =>
  kind === undefined && intervals.length > 0;

function notEmpty({ from, to }: Interval): boolean {
  if (from.value === undefined || to.value === undefined) return true;
  return from.value < to.value || (from.value === to.value && from.included && to.included);
}

/** Which interval begins first; without an end = earliest. */
function compareFrom(a: Bound, b: Bound): number {
  if (a.value === undefined || b.value === undefined)
    return Number(a.value !== undefined) - Number(b.value !== undefined);
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return Number(b.included) - Number(a.included);
}

/** Which interval ends first; without an end = latest. */
function compareTo(a: Bound, b: Bound): number {
  if (a.value === undefined || b.value === undefined)
    return Number(a.value === undefined) - Number(b.value === undefined);
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return Number(a.included) - Number(b.included);
}

/** Whether nothing lies between an interval's end and a later one's beginning. */
function touches(to: Bound, from: Bound): boolean {
  if (to.value === undefined || from.value === undefined) return true;
  return to.value > from.value || (to.value === from.value && (to.included || from.included));
}

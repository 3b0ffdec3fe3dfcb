/** Relations between points and ranges in time or any other order (DMN 1.5, 10.3.4.9, after Allen). */
import type { Frame } from '../evaluate/frame.js';
import { compare } from '../values/compare.js';
import type { Kind, Value } from '../values/kinds.js';
import { FeelRange } from '../values/range.js';
import { builtin, type Builtin } from './builtin.js';

/** Thrown and caught here: two ends cannot be compared. */
class Incomparable extends Error {}

/** Compares ends that are there. */
class Ends {
  constructor(private readonly frame: Frame) {}

  order(a: Value, b: Value): number {
    const order = compare(a, b, this.frame.budget);
    if (order === null) throw new Incomparable();
    return order;
  }

  /** A range ends before another begins. */
  before(a: FeelRange, b: FeelRange): boolean {
    const order = this.order(a.end, b.start);
    return order < 0 || (order === 0 && !(a.endIncluded && b.startIncluded));
  }

  meets(a: FeelRange, b: FeelRange): boolean {
    return this.order(a.end, b.start) === 0 && a.endIncluded && b.startIncluded;
  }

  starts(a: FeelRange, b: FeelRange): boolean {
    if (this.order(a.start, b.start) !== 0 || a.startIncluded !== b.startIncluded) return false;
    return this.endsWithin(a, b);
  }

  finishes(a: FeelRange, b: FeelRange): boolean {
    if (this.order(a.end, b.end) !== 0 || a.endIncluded !== b.endIncluded) return false;
    return this.startsWithin(a, b);
  }

  startsWithin(inner: FeelRange, outer: FeelRange): boolean {
    const order = this.order(outer.start, inner.start);
    return order < 0 || (order === 0 && (outer.startIncluded || !inner.startIncluded));
  }

  endsWithin(inner: FeelRange, outer: FeelRange): boolean {
    const order = this.order(inner.end, outer.end);
    return order < 0 || (order === 0 && (outer.endIncluded || !inner.endIncluded));
  }

  same(a: FeelRange, b: FeelRange): boolean {
    return (
      this.order(a.start, b.start) === 0 &&
      this.order(a.end, b.end) === 0 &&
      a.startIncluded === b.startIncluded &&
      a.endIncluded === b.endIncluded
    );
  }

  overlaps(a: FeelRange, b: FeelRange): boolean {
    return !this.before(a, b) && !this.before(b, a);
  }

  /** It begins first, and ends within the other. */
  overlapsBefore(a: FeelRange, b: FeelRange): boolean {
    const start = this.order(a.start, b.start);
    const begins = start < 0 || (start === 0 && a.startIncluded && !b.startIncluded);
    const reaches = !this.before(a, b);
    const end = this.order(a.end, b.end);
    const stops = end < 0 || (end === 0 && (!a.endIncluded || b.endIncluded));
    return begins && reaches && stops;
  }

  includes(outer: FeelRange, inner: FeelRange): boolean {
    return this.startsWithin(inner, outer) && this.endsWithin(inner, outer);
  }

  holds(range: FeelRange, point: Value): boolean {
    const [start, end] = [this.order(range.start, point), this.order(point, range.end)];
    return (
      (start < 0 || (start === 0 && range.startIncluded)) &&
      (end < 0 || (end === 0 && range.endIncluded))
    );
  }
}

const POINT =
  'number|string|date|time|date and time|days and time duration|years and months duration';

type Relation<A, B> = (ends: Ends, a: A, b: B) => boolean;

function relation<A, B>(name: string, signature: string, holds: Relation<A, B>): Builtin {
  return builtin(name, signature, (frame, a: A, b: B) => {
    try {
      return holds(new Ends(frame), a, b);
    } catch (error) {
      if (!(error instanceof Incomparable)) throw error;
      return frame.none(`函数 ${name} 的两个值不能比较`);
    }
  });
}

const RANGE: Kind = 'range';
const points = (name: string, holds: Relation<Value, Value>): Builtin =>
  relation(name, `point1: ${POINT}, point2: ${POINT}`, holds);
const pointAndRange = (name: string, holds: Relation<Value, FeelRange>): Builtin =>
  relation(name, `point: ${POINT}, range: ${RANGE}`, holds);
const rangeAndPoint = (name: string, holds: Relation<FeelRange, Value>): Builtin =>
  relation(name, `range: ${RANGE}, point: ${POINT}`, holds);
const ranges2 = (name: string, holds: Relation<FeelRange, FeelRange>): Builtin =>
  relation(name, `range1: ${RANGE}, range2: ${RANGE}`, holds);

const endsBefore = (ends: Ends, range: FeelRange, point: Value): boolean => {
  const order = ends.order(range.end, point);
  return order < 0 || (order === 0 && !range.endIncluded);
};
const beginsAfter = (ends: Ends, range: FeelRange, point: Value): boolean => {
  const order = ends.order(range.start, point);
  return order > 0 || (order === 0 && !range.startIncluded);
};

export const ranges: Builtin[] = [
  points('before', (ends, a, b) => ends.order(a, b) < 0),
  pointAndRange('before', (ends, point, range) => beginsAfter(ends, range, point)),
  rangeAndPoint('before', endsBefore),
  ranges2('before', (ends, a, b) => ends.before(a, b)),
  points('after', (ends, a, b) => ends.order(a, b) > 0),
  pointAndRange('after', (ends, point, range) => endsBefore(ends, range, point)),
  rangeAndPoint('after', beginsAfter),
  ranges2('after', (ends, a, b) => ends.before(b, a)),
  ranges2('meets', (ends, a, b) => ends.meets(a, b)),
  ranges2('met by', (ends, a, b) => ends.meets(b, a)),
  ranges2('overlaps', (ends, a, b) => ends.overlaps(a, b)),
  ranges2('overlaps before', (ends, a, b) => ends.overlapsBefore(a, b)),
  ranges2('overlaps after', (ends, a, b) => ends.overlapsBefore(b, a)),
  pointAndRange(
    'finishes',
    (ends, point, range) => range.endIncluded && ends.order(range.end, point) === 0,
  ),
  ranges2('finishes', (ends, a, b) => ends.finishes(a, b)),
  rangeAndPoint(
    'finished by',
    (ends, range, point) => range.endIncluded && ends.order(range.end, point) === 0,
  ),
  ranges2('finished by', (ends, a, b) => ends.finishes(b, a)),
  rangeAndPoint('includes', (ends, range, point) => ends.holds(range, point)),
  ranges2('includes', (ends, a, b) => ends.includes(a, b)),
  pointAndRange('during', (ends, point, range) => ends.holds(range, point)),
  ranges2('during', (ends, a, b) => ends.includes(b, a)),
  pointAndRange(
    'starts',
    (ends, point, range) => range.startIncluded && ends.order(range.start, point) === 0,
  ),
  ranges2('starts', (ends, a, b) => ends.starts(a, b)),
  rangeAndPoint(
    'started by',
    (ends, range, point) => range.startIncluded && ends.order(range.start, point) === 0,
  ),
  ranges2('started by', (ends, a, b) => ends.starts(b, a)),
  points('coincides', (ends, a, b) => ends.order(a, b) === 0),
  ranges2('coincides', (ends, a, b) => ends.same(a, b)),
];

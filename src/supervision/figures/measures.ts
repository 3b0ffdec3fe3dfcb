/** What statistics say, from sums: rates between 0 and 1, days in working days; null = nothing to divide by. */
import type { AppraisalPoints } from '../../versions/index.js';
import type { Sums } from './statistics.js';

export interface Measures {
  /** Cases (or steps) finished. */
  count: number;
  accepted: number | null;
  granted: number | null;
  refused: number | null;
  refusedAcceptance: number | null;
  returned: number | null;
  lateEntry: number | null;
  /** Decided within the statutory, the promised limit. */
  statutoryRate: number | null;
  promisedRate: number | null;
  /** Mean working days from acceptance to decision, the clock's pauses left out. */
  statutoryDays: number | null;
  promisedDays: number | null;
  actualDays: number | null;
  /** 压缩比: by how much the promise, and the work, is shorter than the statutory limit. */
  promisedCompression: number | null;
  actualCompression: number | null;
  /** Accepted without ever being sent back for correction. */
  firstTimeRate: number | null;
  /** Of steps: mean hours, and within their own limit. */
  hours: number | null;
  stepRate: number | null;
}

const quotient = (part: number | undefined, whole: number | undefined): number | null =>
  part === undefined || !whole ? null : part / whole;
const shorter = (part: number | undefined, whole: number | undefined): number | null => {
  const share = quotient(part, whole);
  return share === null ? null : 1 - share;
};

export function measuresOf(s: Sums): Measures {
  return {
    count: s.n,
    accepted: s.accepted ?? null,
    granted: s.granted ?? null,
    refused: s.refused ?? null,
    refusedAcceptance: s.refused_acceptance ?? null,
    returned: s.returned ?? null,
    lateEntry: s.late_entry ?? null,
    statutoryRate: quotient(s.statutory_kept, s.statutory),
    promisedRate: quotient(s.promised_kept, s.promised),
    statutoryDays: quotient(s.statutory_days, s.measured),
    promisedDays: quotient(s.promised_days, s.measured),
    actualDays: quotient(s.actual_days, s.measured),
    promisedCompression: shorter(s.promised_days, s.statutory_days),
    actualCompression: shorter(s.actual_days, s.statutory_days),
    firstTimeRate: quotient(s.first_time, s.accepted),
    hours: s.seconds === undefined ? null : quotient(s.seconds / 3600, s.n),
    stepRate: shorter(s.late, s.limited),
  };
}

/**
 * The points of the appraisal, out of 100, less for cards: limits kept and first-time acceptance by their
 * rate, time saved against the law in full from half of it on. A part that has nothing to be measured by
 * gets its points in full: nothing was done wrong there.
 * @returns null where there is nothing to measure at all: who did nothing is not the best
 */
export function scoreOf(
  measures: Measures,
  cards: Record<'warning' | 'yellow' | 'red', number>,
  points: AppraisalPoints,
): number | null {
  const { promisedRate, statutoryRate, actualCompression, firstTimeRate } = measures;
  const measured = [promisedRate, statutoryRate, actualCompression, firstTimeRate];
  if (measured.every((rate) => rate === null)) return null;
  const saved = Math.min(Math.max((actualCompression ?? 0.5) * 2, 0), 1);
  const earned =
    points.promised * (promisedRate ?? 1) +
    points.statutory * (statutoryRate ?? 1) +
    points.compression * saved +
    points.firstTime * (firstTimeRate ?? 1);
  const lost =
    points.warning * cards.warning + points.yellow * cards.yellow + points.red * cards.red;
  return Math.round(Math.max(earned - lost, 0) * 100) / 100;
}

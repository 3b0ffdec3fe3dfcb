/** Renewing a permit (行政许可法 50): asked for in time and undecided by expiry, it counts as renewed. */
import type { FrozenCalendar } from '../../contracts/case.js';
import { dayBefore, monthsAfter } from './counting.js';

/** Between which days before expiry renewal is applied for: a law of its own may say otherwise (50). */
export interface RenewalRules {
  /** Not earlier than this before expiry; null = as early as one likes. */
  notBefore: string | null;
  /** Not later than this before expiry. */
  notAfter: string;
}

/** 行政许可法 50(1): thirty days before the validity ends; an applicant's time, so natural days. */
export const PERMIT_RENEWAL: RenewalRules = { notBefore: null, notAfter: '30d' };
/** 食品经营许可和备案管理办法: from ninety to fifteen working days before. */
export const FOOD_LICENCE_RENEWAL: RenewalRules = { notBefore: '90wd', notAfter: '15wd' };

/** A renewal's own length: `5y`, `3m` or `90d`. */
const TERM = /^([1-9]\d*)([ymd])$/;

/**
 * The last day of a renewed permit: the term anew, from the day after it ends now.
 * @param expires the last day it is valid now, a day number
 * @throws RangeError for a term that cannot be read
 */
export function renewedUntil(expires: number, term: string): number {
  const [, count, unit] = TERM.exec(term) ?? [];
  if (!unit) throw new RangeError(`延续的期限“${term}”无法识别；请写成 5y、3m 或 90d。`);
  if (unit === 'd') return expires + Number(count);
  return monthsAfter(expires, Number(count) * (unit === 'y' ? 12 : 1));
}

/** Day numbers. */
export interface RenewalActs {
  /** The last day the permit is valid. */
  expires: number;
  applied?: number;
  /** The day the agency decided, either way. */
  decided?: number;
}

export type RenewalStanding =
  | 'not-open' // too early to apply
  | 'open'
  | 'applied' // in time, undecided, not yet expired
  | 'deemed-renewed' // 50(2): undecided when the validity ended
  | 'decided'
  | 'too-early' // applied before the window: not an application under 50
  | 'late' // applied, or not, when the window was over
  | 'expired';

export interface RenewalView {
  /** First day to apply; null = any. */
  from: number | null;
  /** Last day to apply. */
  until: number;
  standing: RenewalStanding;
}

/**
 * How a renewal stands on a day.
 * @throws CalendarError when the window is in working days of a year without data
 */
export function renewalOn(
  calendar: FrozenCalendar,
  rules: RenewalRules,
  acts: RenewalActs,
  day: number,
): RenewalView {
  const { expires } = acts;
  const from = rules.notBefore === null ? null : dayBefore(calendar, expires, rules.notBefore);
  const until = dayBefore(calendar, expires, rules.notAfter);
  return { from, until, standing: standingOn({ from, until }, acts, day) };
}

function standingOn(
  { from, until }: { from: number | null; until: number },
  { expires, applied, decided }: RenewalActs,
  day: number,
): RenewalStanding {
  if (applied === undefined || applied > day) {
    if (day > expires) return 'expired';
    if (from !== null && day < from) return 'not-open';
    return day <= until ? 'open' : 'late';
  }
  if (from !== null && applied < from) return 'too-early';
  const inTime = applied <= until;
  // A decision after expiry finds the permit renewed already, when it was asked for in time.
  if (inTime && day > expires && (decided === undefined || decided > expires))
    return 'deemed-renewed';
  if (decided !== undefined && decided <= day) return 'decided';
  return inTime ? 'applied' : 'late';
}

/**
 * A period as whole months and the days at its ends: whole months come from the roll-up, what has not
 * been folded into it yet from its deltas, the days from the rows of each finished case.
 */
import { badRequest } from '../../platform/errors.js';

/** Days `YYYY-MM-DD`, the last one included. */
export interface Period {
  from: string;
  to: string;
}

export interface SplitPeriod {
  /** First days of the months that lie in the period as a whole: from the first, before the second. */
  months: [string, string] | null;
  /** Days beside them: from the first, before the second. */
  days: [string, string][];
}

const DAY = 86_400_000;
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const monthAfter = (day: string) => {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return text(date.getTime());
};
const LONGEST = 3700;

/** @returns its first and last day, as instants in UTC @throws DomainError `bad-period` */
export function requirePeriod({ from, to }: Period): [first: number, last: number] {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  const valid = text(first || 0) === from && text(last || 0) === to;
  if (!valid || last < first || (last - first) / DAY > LONGEST) {
    throw badRequest('bad-period', '起止日期不对：请填 YYYY-MM-DD，起不晚于止，最长十年。');
  }
  return [first, last];
}

/** @throws DomainError `bad-period` */
export function splitPeriod({ from, to }: Period): SplitPeriod {
  const [, last] = requirePeriod({ from, to });
  const end = text(last + DAY);
  const begin = from.endsWith('-01') ? from : monthAfter(from);
  const until = `${end.slice(0, 7)}-01`;
  if (begin >= until) return { months: null, days: [[from, end]] };
  const days: [string, string][] = [];
  if (from < begin) days.push([from, begin]);
  if (until < end) days.push([until, end]);
  return { months: [begin, until], days };
}

/**
 * Working days by the State Council's arrangements, as the package `chinese-days` has published them.
 * Only its tables are read, dates as text: its functions depend on the machine's time zone, and call
 * the holidays of years it does not know ordinary days.
 */
import { createRequire } from 'node:module';

interface Arrangements {
  /** Days off by date, `2026-02-17` → names. */
  holidays: Record<string, string>;
  /** Weekend days that are worked instead (调休). */
  workdays: Record<string, string>;
}

const require = createRequire(import.meta.url);
const arrangements = require('chinese-days/dist/chinese-days.json') as Arrangements;

/** Weekend days worked by a notice that the package has not read: 国办发明电〔2005〕35号 on New Year 2006. */
const OVERLOOKED: readonly string[] = ['2005-12-31'];

/** A year is known when its whole arrangement is: a few days of it may stand in its neighbour's. */
const PROOF = ['元旦', '春节', '国庆节'];

/** Years whose arrangements are known, ascending. */
export function yearsWithData(): number[] {
  const named = new Map<number, string>();
  for (const [date, names] of Object.entries(arrangements.holidays)) {
    const year = Number(date.slice(0, 4));
    named.set(year, (named.get(year) ?? '') + names);
  }
  return [...named]
    .filter(([, names]) => PROOF.every((holiday) => names.includes(holiday)))
    .map(([year]) => year)
    .sort((a, b) => a - b);
}

/**
 * One character a day from 1 January, `1` = working day.
 * @throws RangeError for a year without data
 */
export function workingDaysOf(year: number): string {
  if (!yearsWithData().includes(year)) throw new RangeError(`没有 ${year} 年的放假安排。`);
  let days = '';
  for (
    let day = new Date(Date.UTC(year, 0, 1));
    day.getUTCFullYear() === year;
    day = new Date(day.getTime() + 86_400_000)
  ) {
    const date = day.toISOString().slice(0, 10);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    const works = weekend ? isMadeUp(date) : !(date in arrangements.holidays);
    days += works ? '1' : '0';
  }
  return days;
}

const isMadeUp = (date: string): boolean =>
  date in arrangements.workdays || OVERLOOKED.includes(date);

/** Due dates by the calendar: one, or one for each line of a table. */
import { DAY, CalendarError, dayOfDate } from '../../workflows/clock/index.js';
import { countedDay } from '../../workflows/clock/permit/index.js';
import type { FrozenCalendar } from '../../workflows/contracts/case.js';

/** The date of the n-th working day after a day, or `REFUSED` where a year has no data. */
export function dueDate(calendar: FrozenCalendar, from: string, days: number): string {
  try {
    const due = countedDay(calendar, dayOfDate(from), days);
    return new Date(due * DAY).toISOString().slice(0, 10);
  } catch (error) {
    if (error instanceof CalendarError) return 'REFUSED';
    throw error;
  }
}

/** @throws RangeError unless it is a whole number from 0 on */
export function workingDays(text: string): number {
  const days = Number(text);
  if (!/^\d{1,5}$/.test(text.trim())) throw new RangeError(`工作日数须为不小于 0 的整数：${text}`);
  return days;
}

/** What a table without a line of names holds. */
const COLUMNS = ['from', 'working_days'];

/**
 * A table with the columns `from` and `working_days`: in any order under a line of names, in this one without.
 * @throws RangeError naming the line
 */
export function dueDates(calendar: FrozenCalendar, csv: string): string[] {
  const rows = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '')));
  const [first = []] = rows;
  const isNamed = !/^\d/.test(first[0] ?? '');
  const names = isNamed ? first : COLUMNS;
  const [from = -1, days = -1] = COLUMNS.map((name) => names.indexOf(name));
  if (from < 0 || days < 0) throw new RangeError('第 1 行须有列名 from 和 working_days。');
  return rows.flatMap((row, place) => {
    if ((isNamed && place === 0) || row.every((cell) => cell === '')) return [];
    try {
      return [dueDate(calendar, row[from] ?? '', workingDays(row[days] ?? ''))];
    } catch (error) {
      throw new RangeError(`第 ${place + 1} 行：${(error as Error).message}`);
    }
  });
}

/** Due dates by the calendar: one, or one for each line of a table. */
import { csvRows } from '../../src/platform/csv.js';
import { dayAsWritten } from '../../src/platform/tables/days.js';
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
  if (!/^\d+$/.test(text.trim())) throw new RangeError(`工作日数须为不小于 0 的整数：${text}`);
  return Number(text);
}

/** What a table without a line of names holds. */
const COLUMNS = ['from', 'working_days'];

/**
 * A table with the columns `from` and `working_days`: in any order under a line of names, in this one without.
 * @throws RangeError naming the line
 */
export function dueDates(calendar: FrozenCalendar, csv: string): string[] {
  const rows = csvRows(csv.replace(/^\uFEFF/, ''))
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = rows;
  const isNamed = !/^\d/.test(first?.cells[0] ?? '');
  const names = isNamed ? (first?.cells ?? []) : COLUMNS;
  const [from = -1, days = -1] = COLUMNS.map((name) => names.indexOf(name));
  if (from < 0 || days < 0)
    throw new RangeError(`第 ${first?.line ?? 1} 行须有列名 from 和 working_days。`);
  return rows.slice(isNamed ? 1 : 0).map(({ line, cells }) => {
    try {
      return dueDate(calendar, dayAsWritten(cells[from] ?? ''), workingDays(cells[days] ?? ''));
    } catch (error) {
      throw new RangeError(`第 ${line} 行：${(error as Error).message}`);
    }
  });
}

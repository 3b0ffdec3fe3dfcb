/** The calendar a case takes along: later changes reach it by a signal, never by themselves. */
import type { EntityManager } from 'typeorm';
import type { FrozenCalendar } from '../../workflows/contracts/case.js';
import { addWorkingDays, CalendarError, dateOf } from '../../workflows/clock/index.js';

interface YearRow {
  year: number;
  version: number;
  days: string;
}

function freeze(rows: YearRow[]): FrozenCalendar {
  return {
    version: rows.map(({ year, version }) => `${year}.${version}`).join(','),
    years: Object.fromEntries(rows.map(({ year, days }) => [String(year), days])),
  };
}

/**
 * The newest version of every year there is, from the year of `from` (Asia/Shanghai) on.
 * A year without data is not in it: whoever counts into it gets a CalendarError.
 */
export async function frozenCalendar(
  manager: EntityManager,
  from: Date | number,
): Promise<FrozenCalendar> {
  const rows = await manager.query<YearRow[]>(
    `SELECT DISTINCT ON (year) year, version, days FROM calendar_year
     WHERE year >= $1 ORDER BY year, version DESC`,
    [Number(dateOf(Number(from)).slice(0, 4))],
  );
  return freeze(rows);
}

/** The calendar of a version that was frozen earlier, such as `2025.1,2026.2`. */
export async function calendarOfVersion(
  manager: EntityManager,
  version: string,
): Promise<FrozenCalendar> {
  const rows = await manager.query<YearRow[]>(
    `SELECT year, version, days FROM calendar_year
     WHERE year || '.' || version = ANY ($1) ORDER BY year`,
    [version.split(',')],
  );
  return freeze(rows);
}

/** The calendar by which a case's due dates are counted now: frozen at its opening, or replanned since. */
export async function calendarOfCase(
  manager: EntityManager,
  caseNumber: string,
): Promise<FrozenCalendar> {
  const [row] = await manager.query<{ version: string }[]>(
    `SELECT calendar_version AS version FROM cases WHERE number = $1`,
    [caseNumber],
  );
  if (!row) throw new Error(`case ${caseNumber} has no row`);
  return calendarOfVersion(manager, row.version);
}

/** The end of so many working days after an instant, by the case's calendar; null where that does not reach so far. */
export async function workingDaysAfter(
  manager: EntityManager,
  caseNumber: string,
  at: Date | number,
  days: number,
): Promise<Date | null> {
  const calendar = await calendarOfCase(manager, caseNumber);
  try {
    return new Date(addWorkingDays(calendar, Number(at), days));
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

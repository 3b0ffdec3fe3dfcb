/** Which years' data are missing for work under way: cases go on without them, an admin is warned. */
import type { EntityManager } from 'typeorm';
import { DAY, dateOf } from '../../workflows/clock/index.js';

export interface MissingYears {
  /** Years without data that open cases run into or soon will. */
  years: number[];
  /** Open cases that are 待日历. */
  pendingCases: number;
}

/** The longest usual limit, 45 + 15 working days, is about twelve weeks. */
const HORIZON = 90 * DAY;

export async function missingYears(manager: EntityManager, now: number): Promise<MissingYears> {
  const [row] = await manager.query<{ years: number[]; pending: number; latest: number | null }[]>(
    `SELECT coalesce(array_agg(DISTINCT year), '{}') AS years, max(year) AS latest,
            (SELECT count(*)::int FROM cases WHERE calendar_pending AND NOT ended) AS pending
       FROM calendar_year`,
  );
  const { years, pending, latest } = row!;
  const thisYear = Number(dateOf(now).slice(0, 4));
  const soon = Number(dateOf(now + HORIZON).slice(0, 4));
  const needed = new Set([thisYear, soon]);
  // A case that waits for a calendar waits for the first year that has none.
  if (pending > 0) needed.add((latest ?? thisYear - 1) + 1);
  const missing = [...needed].filter((year) => !years.includes(year)).sort((a, b) => a - b);
  return { years: missing, pendingCases: pending };
}

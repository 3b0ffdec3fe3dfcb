import type { DataSource } from 'typeorm';
import { numberDays } from './numbered-days.js';
import { workingDaysOf, yearsWithData } from './seed.js';

/** Where cases of the platform may begin: earlier years are not needed. */
const FIRST_YEAR = 2024;

/** Seeds the years that have data; a year that is there, perhaps edited since, is left alone. */
export async function loadCalendar(dataSource: DataSource): Promise<void> {
  const rows = yearsWithData()
    .filter((year) => year >= FIRST_YEAR)
    .map((year) => ({ year, days: workingDaysOf(year) }));
  await dataSource.transaction(async (manager) => {
    const written = await manager.query<unknown[]>(
      `INSERT INTO calendar_year (year, version, days, source)
       SELECT year, 1, days, '国务院办公厅放假安排（chinese-days）'
       FROM jsonb_to_recordset($1) AS c (year integer, days text)
       ON CONFLICT (year, version) DO NOTHING RETURNING year`,
      [JSON.stringify(rows)],
    );
    if (written.length > 0) await numberDays(manager);
  });
}

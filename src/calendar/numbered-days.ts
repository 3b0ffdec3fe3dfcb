/**
 * Every day of the calendar with the number of working days up to and including it, so that the n-th
 * working day after a day is found by its number. A year without data leaves a gap no count can cross.
 */
import type { EntityManager } from 'typeorm';

/** More working days than any run of years has: what lies beyond a gap is out of every count's reach. */
const GAP = 1_000_000;

/** Numbers the days of the newest version of every year anew. */
export async function numberDays(manager: EntityManager): Promise<void> {
  await manager.query(`DELETE FROM calendar_day`);
  await manager.query(
    `WITH newest AS (
       SELECT DISTINCT ON (year) year, days FROM calendar_year ORDER BY year, version DESC),
     run AS (
       -- Years that follow one another have the same difference to their place.
       SELECT year, days, year - row_number() OVER (ORDER BY year) AS run FROM newest),
     day AS (
       SELECT make_date(year, 1, 1) + (place - 1) AS date, substr(days, place, 1) = '1' AS works, run
         FROM run, generate_series(1, length(days)) AS place)
     INSERT INTO calendar_day (date, works, ordinal)
     SELECT date, works,
            sum(works::int) OVER (ORDER BY date) + (run - min(run) OVER ()) * ${GAP}
       FROM day`,
  );
}

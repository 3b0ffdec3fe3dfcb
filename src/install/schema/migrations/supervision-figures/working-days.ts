/** Working days by their number, so that SQL counts between two of them by a subtraction. */
export const WORKING_DAYS = `
  CREATE TABLE working_day (day date PRIMARY KEY, ordinal int NOT NULL);
  CREATE FUNCTION working_day_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM working_day;
    INSERT INTO working_day (day, ordinal)
    SELECT day, sum(works) OVER (ORDER BY day)
    FROM (SELECT DISTINCT ON (year) year, days FROM calendar_year ORDER BY year, version DESC) y
    CROSS JOIN LATERAL (
      SELECT make_date(y.year, 1, 1) + (at::int - 1) AS day, works::int
      FROM string_to_table(y.days, NULL) WITH ORDINALITY AS d (works, at)) d;
    RETURN NULL;
  END $$;
  CREATE TRIGGER working_day_refresh AFTER INSERT OR UPDATE OR DELETE ON calendar_year
    FOR EACH STATEMENT EXECUTE FUNCTION working_day_refresh();
  UPDATE calendar_year SET year = year;`;

const ordinal = (day: string) => `(SELECT w.ordinal FROM working_day w WHERE w.day = ${day})`;
const local = (instant: string) => `((${instant}) AT TIME ZONE 'Asia/Shanghai')::date`;
/** From the day after the first instant to the day that ends with the second; null without a calendar. */
export const workingDays = (since: string, until: string) =>
  `${ordinal(local(`${until} - interval '1 millisecond'`))} - ${ordinal(local(since))}`;
/** Null stays null, which `greatest` alone would make a zero. */
export const without = (days: string, paused: string) =>
  `CASE WHEN ${days} IS NOT NULL THEN greatest(greatest(${days}, 0) - ${paused}, 0) END`;

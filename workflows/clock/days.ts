/**
 * Days of Asia/Shanghai, pure and the same on every machine: the zone has kept +08:00 without
 * summer time since 1991, so a fixed offset is used and never the machine's own zone.
 */
export const DAY = 86_400_000;
const OFFSET = 8 * 3_600_000;

/** Days since 1970-01-01 of the local day an instant lies in. */
export function dayNumber(instant: number): number {
  return Math.floor((instant + OFFSET) / DAY);
}

/** The instant a day begins at; that of the next day is the end (24:00) of this one. */
export function startOfDay(day: number): number {
  return day * DAY - OFFSET;
}

/** `2026-11-23` of the local day an instant lies in. */
export function dateOf(instant: number): string {
  return new Date(dayNumber(instant) * DAY).toISOString().slice(0, 10);
}

/** Day number of a date written `2026-11-23`. @throws RangeError when there is no such day */
export function dayOfDate(date: string): number {
  const instant = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(instant) || !isSame(instant, date)) {
    throw new RangeError(`${date} 不是日期；请写成 2026-11-23 这样的形式。`);
  }
  return instant / DAY;
}

/** `Date.parse` takes 2026-02-30 for 2 March. */
function isSame(instant: number, date: string): boolean {
  return new Date(instant).toISOString().startsWith(date);
}

/** Year of a day, and its place in the year from 0. */
export function placeInYear(day: number): { year: number; index: number } {
  const year = new Date(day * DAY).getUTCFullYear();
  return { year, index: day - Date.UTC(year, 0, 1) / DAY };
}

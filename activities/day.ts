/** Days as people in the city count them. */

/** The day of an instant in Shanghai, yyyy-MM-dd. */
export function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);
}

/** Whole years between a birthday and a day, both yyyy-MM-dd. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Last day of a licence issued on a day for whole years: the day before its anniversary. */
export function lastDay(issuedOn: string, years: number): string {
  const [year, month, day] = issuedOn.split('-').map(Number);
  return new Date(Date.UTC(year! + years, month! - 1, day! - 1)).toISOString().slice(0, 10);
}

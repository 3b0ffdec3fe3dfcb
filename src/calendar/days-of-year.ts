/** The days of one year as a text: one character a day from 1 January, `1` = working day. */
import { dateOf } from '../../workflows/clock/index.js';
import { notFound, unprocessable } from '../platform/errors.js';

const FIRST_YEAR = 2000;
const YEARS_AHEAD = 3;

/** @throws DomainError `no-such-year` outside the years the platform can serve */
export function refuseFarYears(year: number): void {
  const last = Number(dateOf(Date.now()).slice(0, 4)) + YEARS_AHEAD;
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= last) return;
  throw notFound('no-such-year', `年份 ${year} 不在 ${FIRST_YEAR} 到 ${last} 之间。`);
}

/** Every weekday works: where a draft of a year without arrangements begins. */
export function weekdaysOf(year: number): string {
  let days = '';
  const day = new Date(Date.UTC(year, 0, 1));
  for (; day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1))
    days += day.getUTCDay() === 0 || day.getUTCDay() === 6 ? '0' : '1';
  return days;
}

/** `2026-10-10` of the day at a place of the text, from 0. */
export const dateAt = (year: number, place: number): string =>
  new Date(Date.UTC(year, 0, 1 + place)).toISOString().slice(0, 10);

/** A whole year has about 250 working days; far from it somebody has slipped. */
const FEWEST = 235;
const MOST = 262;

/** @throws DomainError `bad-days`, `unlikely-days` */
export function refuseBadDays(year: number, days: string): void {
  const length = weekdaysOf(year).length;
  if (days.length !== length || !/^[01]+$/.test(days))
    throw unprocessable(
      'bad-days',
      `${year} 年有 ${length} 天，请逐日给出：1 = 工作日，0 = 休息日。`,
      { field: 'days' },
    );
  const working = [...days].filter((day) => day === '1').length;
  if (working < FEWEST || working > MOST)
    throw unprocessable(
      'unlikely-days',
      `${year} 年共 ${working} 个工作日，不在 ${FEWEST} 到 ${MOST} 之间，请核对。`,
      { field: 'days', working },
    );
}

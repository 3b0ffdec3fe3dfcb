/**
 * Golden cases of `test/clock`, worked out by hand on the calendar of 2026. A second count, by the days off
 * written down here and without the clock's own counting, holds the hand to account.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { workingDaysOf } from '../../src/calendar/index.js';
import {
  DAY,
  dateOf,
  dayOfDate,
  dueAt,
  PERMIT_RENEWAL,
  renewalOn,
  startOfDay,
} from '../../workflows/clock/index.js';
import { playPermit, readPermit } from './scripted-permit.js';

const folder = new URL('../../test/clock/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const names = readdirSync(new URL('cases/', folder)).sort();
const calendar = { version: 'test', years: { 2026: workingDaysOf(2026) } };

/** The State Council's arrangements for 2026: first and last day off; weekend days that are worked. */
const OFF = ['01-01 01-03', '02-15 02-23', '04-04 04-06', '05-01 05-05', '06-19 06-21']
  .concat('09-25 09-27', '10-01 10-07')
  .map((span) => span.split(' ') as [string, string]);
const WORKED = '01-04 02-14 02-28 05-09 09-20 10-10'.split(' ');

const dates = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
);
const WORKING = dates.filter((date) => {
  const day = date.slice(5);
  if (WORKED.includes(day)) return true;
  if (OFF.some(([first, last]) => day >= first && day <= last)) return false;
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
});

interface Expected {
  accepted: string | null;
  statutoryDue: string | null;
  promisedDue: string | null;
  deliverDue: string | null;
  used: number;
  refused: { on: string; do: string }[];
}

/** Dates by filtering lists of days; acts that the expectation calls refused are left out. */
function secondCount(text: string, { accepted, refused }: Expected) {
  const { item, events, asOf } = readPermit(text);
  const allowed = events.filter(
    (event) => !refused.some(({ on, do: act }) => on === event.on && act === event.do),
  );
  const dayOf = (act: string) => allowed.find((event) => event.do === act)?.on;
  const [paused, decided, withdrawn] = [dayOf('pause'), dayOf('decide'), dayOf('withdraw')];
  const resumed = dayOf('resume') ?? withdrawn;
  const extension = allowed.find((event) => event.do === 'extend');
  const counted = WORKING.filter(
    (date) =>
      accepted !== null &&
      date > accepted &&
      !(paused !== undefined && date > paused && date <= (resumed ?? '2026-12-31')),
  );
  const more = extension?.do === 'extend' ? extension.days : 0;
  const open = accepted === null || (paused !== undefined && resumed === undefined);
  const nth = (days: number) => (open ? null : (counted[days + more - 1] ?? null));
  return {
    statutoryDue: nth(item!.statutory!),
    promisedDue: nth(item!.promised!),
    deliverDue:
      decided === undefined ? null : (WORKING.filter((date) => date > decided)[9] ?? null),
    used: counted.filter((date) => date <= (decided ?? withdrawn ?? asOf!)).length,
  };
}

test('the days off written down here are the calendar', () => {
  expect(dates.map((date) => (WORKING.includes(date) ? '1' : '0')).join('')).toBe(
    calendar.years[2026],
  );
});

test('every case has its expectation', () => {
  expect(names.length).toBeGreaterThan(0);
  expect(readdirSync(new URL('expected/', folder)).sort()).toEqual(names);
});

test.each(names)('%s', (name) => {
  const text = read(`cases/${name}`);
  const expected = JSON.parse(read(`expected/${name}`)) as Expected | { error: string };
  expect(playPermit(calendar, readPermit(text))).toEqual(expected);
  if ('error' in expected) return;
  expect(expected).toMatchObject(secondCount(text, expected));
});

interface GoldenLimit {
  rule: string;
  from: string;
  limit: string;
  due: string;
}

test.each(JSON.parse(read('limits.json')) as GoldenLimit[])('$rule', ({ from, limit, due }) => {
  const over = dueAt(calendar, DAY, startOfDay(dayOfDate(from)), limit);
  expect(dateOf(over - 1)).toBe(due);
  const days = limit.endsWith('wd') ? WORKING : dates;
  expect(days.filter((date) => date > from)[parseInt(limit, 10) - 1]).toBe(due);
});

interface GoldenRenewal {
  rule: string;
  notBefore?: string;
  notAfter?: string;
  expires: string;
  applied?: string;
  decided?: string;
  on: string;
  from: string | null;
  until: string;
  standing: string;
}

/** So many days before a day, by the lists written down here. */
function before(date: string, period: string): string {
  const days = (period.endsWith('wd') ? WORKING : dates).filter((each) => each < date);
  return days[days.length - parseInt(period, 10)]!;
}

test.each(JSON.parse(read('renewals.json')) as GoldenRenewal[])('$rule', (golden) => {
  const { notBefore = PERMIT_RENEWAL.notBefore, notAfter = PERMIT_RENEWAL.notAfter } = golden;
  const { expires, applied, decided, on, from, until, standing } = golden;
  const acts = {
    expires: dayOfDate(expires),
    ...(applied !== undefined && { applied: dayOfDate(applied) }),
    ...(decided !== undefined && { decided: dayOfDate(decided) }),
  };
  const text = (day: number | null) => (day === null ? null : dateOf(startOfDay(day)));
  const view = renewalOn(calendar, { notBefore, notAfter }, acts, dayOfDate(on));
  expect([text(view.from), text(view.until), view.standing]).toEqual([from, until, standing]);
  expect(before(expires, notAfter)).toBe(until);
  if (notBefore !== null) expect(before(expires, notBefore)).toBe(from);
});

/** Golden cases by hand on the calendars of 2025 and 2026, and what holds whatever the days. */
import fc from 'fast-check';
import { workingDaysOf } from '../../../src/calendar/index.js';
import { DAY, dayOfDate, isWorkingDay } from '../index.js';
import {
  dayBefore,
  fineDue,
  FOOD_LICENCE_RENEWAL,
  hearingDates,
  lastDayOf,
  penaltyDeliveryDue,
  penaltyDue,
  PENALTY_HEARING,
  PERMIT_HEARING,
  PERMIT_RENEWAL,
  preliminaryReviewOn,
  remediesFrom,
  renewalOn,
  renewedUntil,
  suitAfterReconsideration,
  surcharge,
} from './index.js';

const calendar = {
  version: 'test',
  years: Object.fromEntries([2024, 2025, 2026].map((year) => [year, workingDaysOf(year)])),
};
const day = dayOfDate;
const date = (number: number | null) =>
  number === null ? null : new Date(number * DAY).toISOString().slice(0, 10);

describe('行政许可法 47: a hearing', () => {
  test('is asked for within five working days over the Spring Festival, the make-up Saturday counted', () => {
    // 12, 13, 14 (worked Saturday), 24, 25 February 2026
    const told = day('2026-02-11');
    expect(date(hearingDates(calendar, PERMIT_HEARING, { told }).askBy)).toBe('2026-02-25');
    const asked = (on: string) =>
      hearingDates(calendar, PERMIT_HEARING, { told, asked: day(on) }).entitled;
    expect(asked('2026-02-25')).toBe(true);
    expect(asked('2026-02-26')).toBe(false);
  });

  test('is held within twenty of being asked for, the parties told seven before', () => {
    const acts = { told: day('2026-09-18'), asked: day('2026-09-21'), held: day('2026-10-26') };
    const { holdBy, late, noticeBy, noticedInTime } = hearingDates(calendar, PERMIT_HEARING, {
      ...acts,
      noticed: day('2026-10-15'),
    });
    // 22–24 September, 28–30 September, 8–10, 12–16, 19–23, 26 October
    expect([date(holdBy), late]).toEqual(['2026-10-26', false]);
    // 23, 22, 21, 20, 19, 16, 15 October
    expect([date(noticeBy), noticedInTime]).toEqual(['2026-10-15', true]);
    expect(hearingDates(calendar, PERMIT_HEARING, { ...acts, held: day('2026-10-27') }).late).toBe(
      true,
    );
  });

  test('on a penalty has no day by which it is held (行政处罚法 64)', () => {
    const told = day('2026-03-02');
    const view = hearingDates(calendar, PENALTY_HEARING, { told, asked: told + 1 });
    expect([date(view.askBy), view.entitled, view.holdBy]).toEqual(['2026-03-09', true, null]);
  });
});

describe('行政许可法 50: renewal', () => {
  const expires = day('2026-06-30');
  const standing = (rules: typeof PERMIT_RENEWAL, acts: object, on: string) =>
    renewalOn(calendar, rules, { expires, ...acts }, day(on)).standing;

  test('is applied for thirty days before expiry, the thirtieth included', () => {
    expect(date(renewalOn(calendar, PERMIT_RENEWAL, { expires }, expires).until)).toBe(
      '2026-05-31',
    );
    expect(standing(PERMIT_RENEWAL, {}, '2026-05-31')).toBe('open');
    expect(standing(PERMIT_RENEWAL, {}, '2026-06-01')).toBe('late');
    expect(standing(PERMIT_RENEWAL, {}, '2026-07-01')).toBe('expired');
    expect(standing(PERMIT_RENEWAL, { applied: day('2026-06-01') }, '2026-06-02')).toBe('late');
  });

  test('of a food licence is applied for from ninety to fifteen working days before', () => {
    const { from, until } = renewalOn(calendar, FOOD_LICENCE_RENEWAL, { expires }, expires);
    // 29–22 June (six), 18–15 June (four), 12–8 June (five): Dragon Boat 19–21 June is off
    expect(date(until)).toBe('2026-06-08');
    expect(from).toBe(dayBefore(calendar, expires, '90wd'));
    // 90 counted back: June 20, May 19 (9 May worked), April 21, March 22 are 82; 28 (worked), 27–24 are five; 14 (worked), 13, 12 February
    expect(date(from)).toBe('2026-02-12');
    expect(standing(FOOD_LICENCE_RENEWAL, {}, '2026-02-11')).toBe('not-open');
    expect(standing(FOOD_LICENCE_RENEWAL, {}, '2026-02-12')).toBe('open');
    const early = { applied: day('2026-02-11') };
    expect(standing(FOOD_LICENCE_RENEWAL, early, '2026-07-01')).toBe('too-early');
  });

  test('asked for in time and undecided by expiry it counts as renewed', () => {
    const applied = day('2026-05-20');
    expect(standing(PERMIT_RENEWAL, { applied }, '2026-06-30')).toBe('applied');
    expect(standing(PERMIT_RENEWAL, { applied }, '2026-07-01')).toBe('deemed-renewed');
    const decidedLate = { applied, decided: day('2026-07-02') };
    expect(standing(PERMIT_RENEWAL, decidedLate, '2026-07-03')).toBe('deemed-renewed');
    const decided = { applied, decided: day('2026-06-30') };
    expect(standing(PERMIT_RENEWAL, decided, '2026-07-03')).toBe('decided');
  });

  test('adds its own term, to the same day of the month or the month’s last (民法典 202)', () => {
    const until = (expiresOn: string, term: string) => date(renewedUntil(day(expiresOn), term));
    expect(until('2027-03-01', '5y')).toBe('2032-03-01');
    expect(until('2028-02-29', '1y')).toBe('2029-02-28');
    expect(until('2027-01-30', '1m')).toBe('2027-02-28');
    expect(until('2026-11-30', '3m')).toBe('2027-02-28');
    expect(until('2027-01-27', '90d')).toBe('2027-04-27');
    for (const term of ['', '1', '0y', 'P1Y', '1.5y'])
      expect(() => renewedUntil(day('2027-01-01'), term)).toThrow(RangeError);
  });

  test('asked for too late is never renewed by silence', () => {
    const late = { applied: day('2026-06-10') };
    expect(standing(PERMIT_RENEWAL, late, '2026-08-01')).toBe('late');
  });
});

test('行政许可法 43: the lower level sends up within twenty working days', () => {
  const accepted = day('2026-01-26');
  expect(preliminaryReviewOn(calendar, { accepted }, day('2026-02-28'))).toEqual({
    due: day('2026-02-28'),
    late: false,
  });
  expect(preliminaryReviewOn(calendar, { accepted }, day('2026-03-01')).late).toBe(true);
  const sentUp = day('2026-02-27');
  expect(preliminaryReviewOn(calendar, { accepted, sentUp }, day('2026-05-01')).late).toBe(false);
});

describe('penalties', () => {
  test('are decided within ninety natural days of filing, through the Spring Festival (60)', () => {
    expect(date(penaltyDue(calendar, day('2026-01-05')))).toBe('2026-04-05');
    expect(date(penaltyDue(calendar, day('2026-11-20')))).toBe('2027-02-18');
  });

  test('are delivered within seven working days (61, 85)', () => {
    // 12, 13, 14 (worked), 24, 25, 26, 27 February
    expect(date(penaltyDeliveryDue(calendar, day('2026-02-11')))).toBe('2026-02-27');
  });

  test('a fine is paid within fifteen days; each day late costs three in a hundred, at most the fine', () => {
    const received = day('2026-04-01');
    expect(date(fineDue(received))).toBe('2026-04-16');
    expect(surcharge(200_000, received, day('2026-04-16'))).toBe(0);
    expect(surcharge(200_000, received, day('2026-04-17'))).toBe(6_000);
    expect(surcharge(200_000, received, day('2026-04-26'))).toBe(60_000);
    expect(surcharge(200_000, received, day('2026-12-31'))).toBe(200_000);
  });
});

test('行政许可法 38: a refusal says until when it may be contested', () => {
  const { reconsideration, suit } = remediesFrom(day('2026-08-31'));
  expect([date(reconsideration), date(suit)]).toEqual(['2026-10-30', '2027-02-28']);
  expect(date(suitAfterReconsideration(day('2026-10-01')))).toBe('2026-10-16');
});

describe('whatever the days', () => {
  const anyDay = fc.integer({ min: day('2024-07-01'), max: day('2026-06-30') });
  const days = fc.integer({ min: 1, max: 90 });

  test('a period in working days begins and ends on one, forwards and back', () => {
    fc.assert(
      fc.property(anyDay, days, (from, n) => {
        expect(isWorkingDay(calendar, lastDayOf(calendar, from, `${n}wd`))).toBe(true);
        expect(isWorkingDay(calendar, dayBefore(calendar, from, `${n}wd`))).toBe(true);
      }),
    );
  });

  test('what comes later is never due earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), days, fc.constantFrom('wd', 'd'), (from, more, n, unit) => {
        const last = (start: number) => lastDayOf(calendar, start, `${n}${unit}`);
        expect(last(from + more)).toBeGreaterThanOrEqual(last(from));
      }),
    );
  });

  test('a year without data is refused, not guessed', () => {
    expect(() => lastDayOf(calendar, day('2026-12-31'), '1wd')).toThrow('2027');
    expect(() => lastDayOf(calendar, day('2026-12-31'), 'PT1H')).toThrow(RangeError);
  });
});

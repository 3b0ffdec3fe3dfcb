import fc from 'fast-check';
import { workingDaysOf, yearsWithData } from '../../src/calendar/index.js';
import type { FrozenCalendar } from '../contracts/case.js';
import {
  DAY,
  addNaturalDays,
  addWorkingDays,
  CalendarError,
  caseClock,
  dateOf,
  dayOfDate,
  dueAt,
  isWorkingDay,
  parseLimit,
  startOfDay,
  workingDaysBetween,
} from './index.js';

const years = yearsWithData().filter((year) => year >= 2024 && year <= 2026);
const calendar: FrozenCalendar = {
  version: 'test',
  years: Object.fromEntries(years.map((year) => [year, workingDaysOf(year)])),
};
const noon = (date: string) => startOfDay(dayOfDate(date)) + DAY / 2;
/** The last day of a deadline, which is that day's 24:00. */
const lastDay = (due: number) => dateOf(due - 1);
const due = (date: string, days: number) => lastDay(addWorkingDays(calendar, noon(date), days));

describe('working days', () => {
  test('the first day counted is the next working day', () => {
    expect(due('2025-03-03', 1)).toBe('2025-03-04');
    expect(due('2025-03-07', 1)).toBe('2025-03-10');
    expect(due('2025-03-08', 5)).toBe('2025-03-14');
  });

  test('the Spring Festival of 2025 is skipped and its make-up days are worked', () => {
    expect(due('2025-01-20', 5)).toBe('2025-01-26');
    expect(due('2025-01-24', 1)).toBe('2025-01-26');
    expect(due('2025-01-27', 1)).toBe('2025-02-05');
    expect(due('2025-02-07', 1)).toBe('2025-02-08');
    expect(due('2025-02-07', 20)).toBe('2025-03-06');
  });

  test('the Spring Festival of 2026 has nine days off between two worked Saturdays', () => {
    expect(due('2026-02-13', 1)).toBe('2026-02-14');
    expect(due('2026-02-14', 1)).toBe('2026-02-24');
    expect(due('2026-02-27', 1)).toBe('2026-02-28');
  });

  test('the day is that of Shanghai: half past eleven at night is still the day of receipt', () => {
    const lateEvening = Date.parse('2025-03-03T15:30:00Z');
    const afterMidnight = Date.parse('2025-03-03T16:00:00Z');
    expect(lastDay(addWorkingDays(calendar, lateEvening, 1))).toBe('2025-03-04');
    expect(lastDay(addWorkingDays(calendar, afterMidnight, 1))).toBe('2025-03-05');
  });

  test('a deadline ends with its day, at 24:00', () => {
    expect(addWorkingDays(calendar, noon('2025-03-03'), 1)).toBe(
      startOfDay(dayOfDate('2025-03-05')),
    );
  });

  test('a count into a year without data is refused and names the year', () => {
    const count = () => addWorkingDays(calendar, noon('2026-12-30'), 5);
    expect(count).toThrow(CalendarError);
    expect(count).toThrow(expect.objectContaining({ code: 'no-calendar', year: 2027 }) as Error);
  });

  test('on the last day no working day is left, the day after one is overdue', () => {
    const deadline = addWorkingDays(calendar, noon('2025-03-03'), 5);
    expect(workingDaysBetween(calendar, noon('2025-03-03'), deadline)).toBe(5);
    expect(workingDaysBetween(calendar, startOfDay(dayOfDate('2025-03-10')), deadline)).toBe(0);
    expect(workingDaysBetween(calendar, noon('2025-03-11'), deadline)).toBe(-1);
  });
});

describe('properties of the clock', () => {
  const instants = fc.integer({ min: noon('2024-01-01'), max: noon('2026-10-01') });
  const counts = fc.integer({ min: 1, max: 45 });

  test('a deadline in working days is always a working day', () => {
    fc.assert(
      fc.property(instants, counts, (from, n) =>
        isWorkingDay(calendar, dayOfDate(lastDay(addWorkingDays(calendar, from, n)))),
      ),
    );
  });

  test('what is received later is never due earlier', () => {
    fc.assert(
      fc.property(instants, instants, counts, (a, b, n) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        return addWorkingDays(calendar, earlier, n) <= addWorkingDays(calendar, later, n);
      }),
    );
  });

  test('counting back gives the number of days counted', () => {
    fc.assert(
      fc.property(
        instants,
        counts,
        (from, n) => workingDaysBetween(calendar, from, addWorkingDays(calendar, from, n)) === n,
      ),
    );
  });

  test('dates and day numbers turn into each other', () => {
    fc.assert(
      fc.property(
        instants,
        (instant) => dateOf(startOfDay(dayOfDate(dateOf(instant)))) === dateOf(instant),
      ),
    );
  });
});

describe('limits', () => {
  test('are read as working days, natural days or ISO durations', () => {
    expect(parseLimit('5wd')).toEqual({ unit: 'wd', days: 5 });
    expect(parseLimit('20d')).toEqual({ unit: 'd', days: 20 });
    expect(parseLimit('P2W1D')).toEqual({ unit: 'd', days: 15 });
    expect(parseLimit('P1DT1H30M')).toEqual({ unit: 'ms', days: 1, milliseconds: 5_400_000 });
  });

  test.each(['', '5', '5 wd', '-1wd', 'P', 'P1DT', 'P1M', '五日'])('“%s” is refused', (text) => {
    expect(() => parseLimit(text)).toThrow(RangeError);
  });

  test('natural days run through holidays and end with their day', () => {
    expect(lastDay(addNaturalDays(noon('2025-01-27'), 7))).toBe('2025-02-03');
    expect(lastDay(dueAt(calendar, DAY, noon('2025-01-27'), 'P7D'))).toBe('2025-02-03');
  });

  test('a demonstration that scales days scales working days too, without a calendar', () => {
    const none: FrozenCalendar = { version: '', years: {} };
    expect(dueAt(none, 2000, 1_000_000, '5wd')).toBe(1_010_000);
    expect(dueAt(none, 2000, 1_000_000, '20d')).toBe(1_040_000);
    expect(dueAt(none, 2000, 1_000_000, 'PT1H')).toBe(4_600_000);
    expect(caseClock(none, 2000).addWorkingDays(1_000_000, 3)).toBe(1_006_000);
  });

  test("the engine's clock counts real working days otherwise", () => {
    expect(caseClock(calendar, DAY).addWorkingDays(noon('2025-03-03'), 20)).toBe(
      addWorkingDays(calendar, noon('2025-03-03'), 20),
    );
  });

  test('there is no 30 February', () => {
    expect(() => dayOfDate('2026-02-30')).toThrow(RangeError);
    expect(() => dayOfDate('soon')).toThrow(RangeError);
  });
});

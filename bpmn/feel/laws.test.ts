/** Laws that numbers, dates and durations keep, whichever they are. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { civil, epochDay } from './values/calendar.js';
import { dateOfDays, makeDate, plusMonths, readDate } from './values/dates.js';
import { DaysAndTime, readDuration } from './values/duration.js';
import { compareNumbers, Decimal, jsonNumber } from './values/number.js';
import { offsetAt } from './values/zone.js';
import { valueOf } from './testing/values.js';

const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
const amount = (value: number) => (value / 100).toFixed(2);

describe('numbers', () => {
  it('of two places are added and multiplied as whole cents are', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(valueOf(`(${amount(a)}) + (${amount(b)}) = ${amount(a + b)}`)).toBe(true);
        expect(valueOf(`(${amount(a)}) * 100 = ${a}`)).toBe(true);
        const product = new Decimal(a).times(b).dividedBy(10_000).toFixed();
        expect(valueOf(`(${amount(a)}) * (${amount(b)}) = ${product}`)).toBe(true);
      }),
    );
  });

  it('are commutative, and subtraction undoes addition', () => {
    const number = fc.oneof(
      fc.integer(),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
        .map((x) => Number(x.toFixed(6))),
    );
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(valueOf('a + b = b + a and a * b = b * a and a + b - b = a', { a, b })).toBe(true);
        expect(valueOf('(a < b) = (b > a) and (a <= b) = not(a > b)', { a, b })).toBe(true);
      }),
    );
  });

  it('leave as the number of JavaScript that is meant, and come back the same', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(jsonNumber(new Decimal(x))).toBe(x + 0);
        expect(compareNumbers(x, new Decimal(x))).toBe(0);
      }),
    );
  });

  it('that are whole never lose a digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), (x) => {
        expect(BigInt(jsonNumber(new Decimal(x.toString())))).toBe(x);
        expect(valueOf(`string(${x})`)).toBe(String(x));
      }),
    );
  });

  it('round half up away from nothing, half even to the even neighbour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
        const half = `(${n} + 0.5)`;
        expect(valueOf(`round half up(${half}, 0)`)).toBe(n >= 0 ? n + 1 : n + 0);
        expect(valueOf(`even(decimal(${half}, 0))`)).toBe(true);
      }),
    );
  });
});

const year = fc.integer({ min: -9_999, max: 9_999 });
const day = fc.integer({ min: -4_000_000, max: 4_000_000 });

describe('days', () => {
  it('are counted as Temporal counts them', () => {
    fc.assert(
      fc.property(day, (days) => {
        const date = new Temporal.PlainDate(1970, 1, 1).add({ days });
        expect(civil(days)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(epochDay(date.year, date.month, date.day)).toBe(days);
        expect(dateOfDays(days)?.weekday).toBe(date.dayOfWeek);
      }),
    );
  });

  it('of later months are as Temporal has them', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (days, months) => {
        const date = new Temporal.PlainDate(1970, 1, 1).add({ days });
        const later = date.add({ months });
        const ours = plusMonths(makeDate(date.year, date.month, date.day)!, months);
        expect(ours).toMatchObject({ year: later.year, month: later.month, day: later.day });
      }),
    );
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000_000_000, max: 300_000_000_000 }), (days) => {
        const date = dateOfDays(days)!;
        expect(readDate(String(date))).toEqual(date);
        expect(date.days).toBe(days);
      }),
    );
  });

  it('a duration later and back are the same', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: -99_999, max: 99_999 }), (y, days) => {
        const date = String(makeDate(y, 3, 2));
        expect(
          valueOf(
            `@"${date}" + duration("P1D") * (${days}) - duration("P1D") * (${days}) = @"${date}"`,
          ),
        ).toBe(true);
        expect(
          valueOf(
            `(@"${date}" + duration("P1D") * (${days})) - @"${date}" = duration("P1D") * (${days})`,
          ),
        ).toBe(true);
      }),
    );
  });
});

it('durations come back from their text', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), (nanos) => {
      const duration = new DaysAndTime(nanos);
      expect(readDuration(String(duration))).toEqual(duration);
    }),
  );
});

it('offsets of named zones are those of the database', () => {
  const zones = ['America/New_York', 'Europe/Paris', 'Asia/Shanghai', 'Australia/Lord_Howe'];
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 30_000 }), (name, days) => {
      const date = new Temporal.PlainDate(1970, 1, 1).add({ days });
      const noon = date.toZonedDateTime({ timeZone: name, plainTime: '12:00' });
      expect(offsetAt({ name }, days, 12 * 3600)).toBe(noon.offsetNanoseconds / 1e9);
    }),
  );
});

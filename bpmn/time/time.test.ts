import fc from 'fast-check';
import { daysIn, problemOf, readCycle, readInstant, readLength, isRound } from './index.js';

const instant = (text: string) => {
  const read = readInstant(text);
  return 'at' in read ? new Date(read.at).toISOString() : read.problem;
};

describe('an instant', () => {
  it.each([
    ['2026-03-02T20:00:00Z', '2026-03-02T20:00:00.000Z'],
    ['2026-03-02T20:00:00.5+08:00', '2026-03-02T12:00:00.500Z'],
    ['2026-03-02T20:00-0500', '2026-03-03T01:00:00.000Z'],
    ['2026-03-02T20:00:00', '2026-03-02T12:00:00.000Z'],
    ['2026-03-02', '2026-03-01T16:00:00.000Z'],
    ['2026-03-02T20:00:00@America/New_York', '2026-03-03T01:00:00.000Z'],
    ['2026-07-02T20:00:00@America/New_York', '2026-07-03T00:00:00.000Z'],
    ['2026-03-02T20:00:00[Europe/Berlin]', '2026-03-02T19:00:00.000Z'],
    ['2026-03-02T20:00:00@Asia/Shanghai', '2026-03-02T12:00:00.000Z'],
    ['2026-03-02T20:00:00@Asia/Kolkata', '2026-03-02T14:30:00.000Z'],
    ['2026-03-02@Pacific/Auckland', '2026-03-01T11:00:00.000Z'],
    ['2026-03-02T20:00:00@America/Argentina/Buenos_Aires', '2026-03-02T23:00:00.000Z'],
    // The clocks go from 02:00 to 03:00, and back from 03:00 to 02:00.
    ['2026-03-29T02:30:00@Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30:00@Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    // An offset says more than the name beside it.
    ['2026-03-02T20:00:00-05:00[Europe/Berlin]', '2026-03-03T01:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-02-28T24:00:00', '2026-02-28T16:00:00.000Z'],
    ['2026-12-31T24:00Z', '2027-01-01T00:00:00.000Z'],
    ['2026-03-02T24:00:00@America/New_York', '2026-03-03T05:00:00.000Z'],
    ['0004-02-29T00:00:00Z', '0004-02-29T00:00:00.000Z'],
  ])('%s is %s', (text, at) => expect(instant(text)).toBe(at));

  it.each([
    '2026-04-31',
    '2026-02-29T10:00:00',
    '2025-02-29',
    '2026-02-30',
    '2026-06-31T00:00:00Z',
    '2026-09-31',
    '2026-11-31T10:00:00+08:00',
    '1900-02-29',
    '2026-04-31T10:00:00@Europe/Berlin',
  ])('%s is on a day that does not exist', (text) => expect(instant(text)).toBe('no-such-day'));

  it.each([
    '',
    'soon',
    '2026',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '2026-01-01T24:00:01',
    '2026-01-01T24:30',
    '2026-01-01T24:00:00.5',
    '2026-01-01T25:00:00',
    '2026-01-01T10:60',
    '2026-01-01T10:00:60',
    '2026-01-01 10:00',
    '2026-01-01T10:00+19:00',
    '2026-01-01T10:00+08:60',
    ' 2026-01-01',
    '2026-01-01T10',
  ])('%s is none', (text) => expect(instant(text)).toBe('unreadable'));

  it.each(['2026-01-01T10:00@Mars/Olympus', '2026-01-01T10:00[Nowhere]'])(
    '%s is in a zone that does not exist',
    (text) => expect(instant(text)).toBe('no-such-zone'),
  );

  it('is what JavaScript reads of every day there is', () => {
    const day = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => expect(instant(date.toISOString())).toBe(date.toISOString())),
    );
  });
});

it('of February of every year knows its days', () => {
  for (let year = 1; year < 3000; year++)
    expect(daysIn(year, 2)).toBe(
      new Date(Date.UTC(year < 100 ? year + 400 : year, 2, 0)).getUTCDate(),
    );
});

describe('a cycle', () => {
  const problem = (text: string) => {
    const cycle = readCycle(text);
    return cycle ? problemOf(cycle) : 'none';
  };

  it.each([
    'R/PT1S',
    'R3/PT1H',
    'R/1wd',
    'R0/P1D',
    'R3/2026-01-01T08:00:00Z/P1D',
    'R/2026-01-31/P1M',
    'R/2026-01-01T20:00:00@America/New_York/P1D',
    'R/2026-01-01T20:00:00@America/Argentina/Salta/P1D',
  ])('%s can be carried out', (text) => expect(problem(text)).toBeUndefined());

  it.each([
    'R/PT0S',
    'R3/P0D',
    'R/0wd',
    'R/PT0.001S',
    'R/PT0.999S',
    'R/P0Y0M0DT0H',
    'R/2026-01-01/PT0S',
  ])('%s has no length', (text) => expect(problem(text)).toBe('no-length'));

  it.each(['R/2026-04-31/P1D', 'R3/2025-02-29T08:00:00Z/P1Y'])('%s begins on no day', (text) =>
    expect(problem(text)).toBe('no-such-day'),
  );

  it.each([
    'R',
    'R/',
    'R3',
    'P1D',
    'R-1/P1D',
    'Rx/P1D',
    'R/soon/P1D',
    'R/soon',
    'R/-P1D',
    'R/P1D/2026-01-01',
  ])('%s is none', (text) => expect(['none', 'unreadable']).toContain(problem(text)));
});

it.each([
  ['P', undefined],
  ['PT', undefined],
  ['-P1D', undefined],
  ['P1DT', undefined],
  // what no number of milliseconds stands for
  [`P${'9'.repeat(400)}Y`, undefined],
  [`PT${'9'.repeat(19)}H`, undefined],
  ['5wd', { workingDays: 5 }],
  ['P1Y2M3W4DT5H6M7.5S', { months: 14, days: 25, ms: 18_367_500 }],
])('the length %s is %j', (text, length) => expect(readLength(text)).toEqual(length));

it('a round is at least a second long', () => {
  expect(
    ['PT1S', '1wd', 'P1D', 'P1M', 'PT0.5S', 'PT0S', '0wd'].map((text) =>
      isRound(readLength(text)!),
    ),
  ).toEqual([true, true, true, true, false, false, false]);
});

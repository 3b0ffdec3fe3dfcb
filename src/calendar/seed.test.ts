import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { workingDaysOf, yearsWithData } from './index.js';

const index = (date: string) =>
  (Date.parse(date) - Date.parse(`${date.slice(0, 4)}-01-01`)) / 86_400_000;
const works = (date: string) => workingDaysOf(Number(date.slice(0, 4)))[index(date)] === '1';

test('2026 is known, 2027 is not and is never guessed', () => {
  expect(yearsWithData()).toContain(2026);
  expect(yearsWithData()).not.toContain(2027);
  expect(() => workingDaysOf(2027)).toThrow(RangeError);
});

test.each([
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
  '2025-01-26',
  '2025-02-08',
  '2005-12-31',
  '2006-12-30',
  '2007-12-29',
  '2011-12-31',
  '2018-12-29',
])('%s is a weekend day that is worked', (date) => expect(works(date)).toBe(true));

test.each(['2026-02-16', '2026-02-23', '2026-10-01', '2025-01-28', '2025-02-04', '2026-11-22'])(
  '%s is off',
  (date) => expect(works(date)).toBe(false),
);

test('every day agrees with the package asked in the time zone it is right in', () => {
  const years = yearsWithData();
  const script = `
    const { isWorkday } = require('chinese-days');
    const out = {};
    for (const year of ${JSON.stringify(years)}) {
      out[year] = '';
      for (let d = new Date(Date.UTC(year, 0, 1)); d.getUTCFullYear() === year; d = new Date(+d + 864e5))
        out[year] += isWorkday(d.toISOString().slice(0, 10)) ? '1' : '0';
    }
    console.log(JSON.stringify(out));`;
  const asked = JSON.parse(
    execFileSync(process.execPath, ['-e', script], {
      env: { ...process.env, NODE_OPTIONS: '', TZ: 'Asia/Shanghai' },
      encoding: 'utf8',
    }),
  ) as Record<string, string>;
  // The package has overlooked one day: see the second source below.
  const overlooked = index('2005-12-31');
  asked[2005] = `${asked[2005]!.slice(0, overlooked)}1${asked[2005]!.slice(overlooked + 1)}`;
  for (const year of years) expect(workingDaysOf(year)).toBe(asked[year]);
});

const secondSource = JSON.parse(
  readFileSync(new URL('./second-source.json', import.meta.url), 'utf8'),
) as { years: Record<string, { off: string[]; worked: string[] }> };

/** Whether a day lies in one of the ranges `01-22/01-28`, or is one of the days `01-01`. */
const isIn = (ranges: string[], day: string): boolean =>
  ranges.some((range) => {
    const [first = '', last = first] = range.split('/');
    return first <= day && day <= last;
  });

describe('a second source', () => {
  it('knows the years that are known here', () => {
    expect(Object.keys(secondSource.years).map(Number)).toEqual(yearsWithData());
  });

  it.each(Object.entries(secondSource.years))('agrees on every day of %s', (year, told) => {
    const differing = [...workingDaysOf(Number(year))].flatMap((day, place) => {
      const date = new Date(Date.UTC(Number(year), 0, 1 + place));
      const name = date.toISOString().slice(5, 10);
      const weekend = date.getUTCDay() % 6 === 0;
      const expected = weekend ? isIn(told.worked, name) : !isIn(told.off, name);
      return (day === '1') === expected ? [] : [`${year}-${name}`];
    });
    // Neither source has read 国办发明电〔2005〕35号: 12月31日（星期六）上班.
    expect(differing).toEqual(year === '2005' ? ['2005-12-31'] : []);
  });
});

test('weekdays off without days made up for them are as many as the law has holidays', () => {
  const weekdaysOffNotMadeUp = yearsWithData().reduce((sum, year) => {
    const days = [...workingDaysOf(year)];
    const weekdays = days.filter(
      (_, place) => new Date(Date.UTC(year, 0, 1 + place)).getUTCDay() % 6,
    );
    return sum + weekdays.length - days.filter((day) => day === '1').length;
  }, 0);
  // 10 a year until 2007, 11 until 2024, then 13; 3 September 2015; 31 January 2020 and its made-up day.
  expect(weekdaysOffNotMadeUp).toBe(4 * 10 + 17 * 11 + 2 * 13 + 1 + 2);
});

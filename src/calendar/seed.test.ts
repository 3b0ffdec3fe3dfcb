import { execFileSync } from 'node:child_process';
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
  for (const year of years) expect(workingDaysOf(year)).toBe(asked[year]);
});

/** The last day of a period, to the millisecond, whatever the offset an instant is written with. */
import { workingDaysOf } from '../../src/calendar/index.js';
import { DAY } from '../clock/index.js';
import { isWithin } from './days.js';

const timed = {
  calendar: { version: 'test', years: { 2026: workingDaysOf(2026) } },
  dayLength: DAY,
};
const within = (limit: string, at: string): boolean =>
  isWithin(timed, Date.parse('2026-03-02T10:00:00+08:00'), limit, [], Date.parse(at));

test.each([
  ['20wd', '2026-03-30T23:59:59.999+08:00', true],
  ['20wd', '2026-03-31T00:00:00+08:00', false],
  ['20wd', '2026-03-30T15:59:59Z', true],
  ['20wd', '2026-03-30T16:00:00Z', false],
  // No days at all: over with the day it begins on.
  ['0wd', '2026-03-02T23:59:59+08:00', true],
  ['0wd', '2026-03-03T00:00:00+08:00', false],
  ['0d', '2026-03-02T10:00:00+08:00', true],
])('within %s of 2 March: %s is %s', (limit, at, expected) => {
  expect(within(limit, at)).toBe(expected);
});

import { isQuiet } from './quiet-hours.js';

const at = (time: string) => new Date(`2026-11-30T${time}+08:00`);

it.each([
  ['20:59:59', 21, 8, false],
  ['21:00:00', 21, 8, true],
  ['03:00:00', 21, 8, true],
  ['07:59:59', 21, 8, true],
  ['08:00:00', 21, 8, false],
  ['12:30:00', 12, 14, true],
  ['14:00:00', 12, 14, false],
  ['00:00:00', 0, 0, false],
  ['09:00:00', 9, 9, false],
])('%s is in the quiet of %i to %i: %s', (time, quietFrom, quietTo, quiet) => {
  expect(isQuiet(at(time), { quietFrom, quietTo })).toBe(quiet);
});

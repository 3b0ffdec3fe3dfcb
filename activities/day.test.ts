import { ageOn, dayOf, lastDay } from './day.js';

test('the day is the one in Shanghai, eight hours ahead of UTC', () => {
  expect(dayOf(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
  expect(dayOf(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
});

test('a person is a year older on the birthday, not before', () => {
  expect(ageOn('1943-03-15', '2026-03-14')).toBe(82);
  expect(ageOn('1943-03-15', '2026-03-15')).toBe(83);
});

test('a licence for five years ends the day before its anniversary', () => {
  expect(lastDay('2026-11-23', 5)).toBe('2031-11-22');
  expect(lastDay('2024-03-01', 1)).toBe('2025-02-28');
});

import { dayText, dueText } from './days.js';

it.each([
  // A limit in days ends at 24:00 of its last day, an order at a moment of it.
  ['2026-12-08T00:00:00+08:00', '2026年12月7日'],
  ['2026-12-07T23:59:59+08:00', '2026年12月7日'],
  ['2026-12-07T10:00:00+08:00', '2026年12月7日'],
  ['2027-01-01T00:00:00+08:00', '2026年12月31日'],
])('the last day of a limit that ends at %s is %s', (end, day) => {
  expect(dueText(new Date(end))).toBe(day);
});

it('leaves what is not known yet to the law, and a day as it is', () => {
  expect(dueText(null)).toBe('法定期限');
  expect(dayText(new Date('2026-12-08T00:00:00+08:00'))).toBe('2026年12月8日');
});

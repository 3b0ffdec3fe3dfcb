import { isOfThePlatform } from './platform-names.js';

it.each([
  ...[
    'payment',
    'Payment',
    ' payment',
    'pay ment',
    'payment\u200b',
    'ｐａｙｍｅｎｔ',
    'раyment',
    'paymént',
  ],
  ...[
    'department-system',
    'DEPARTMENT-SYSTEM',
    'department\u2011system',
    'papers-received\n',
    'pаpers-received',
  ],
])('%j reads as a name of the platform', (name) => {
  expect(isOfThePlatform(name)).toBe(true);
});

it.each(['go', 'payment-of-rent', '缴款', 'paymen', '', 'papers'])('%j does not', (name) => {
  expect(isOfThePlatform(name)).toBe(false);
});

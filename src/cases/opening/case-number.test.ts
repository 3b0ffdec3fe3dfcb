import fc from 'fast-check';
import { checkDigit, isCaseNumber } from './case-number.js';

const body = fc.stringMatching(/^\d{20}$/);

describe('case numbers', () => {
  it('accept what their own check digit completes', () => {
    fc.assert(fc.property(body, (digits) => isCaseNumber(digits + checkDigit(digits))));
  });

  it('catch every single mistyped digit', () => {
    fc.assert(
      fc.property(body, fc.nat(20), fc.integer({ min: 1, max: 9 }), (digits, index, shift) => {
        const number = digits + checkDigit(digits);
        const wrong = (Number(number[index]) + shift) % 10;
        return !isCaseNumber(number.slice(0, index) + wrong + number.slice(index + 1));
      }),
    );
  });
});

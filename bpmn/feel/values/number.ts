/**
 * FEEL's numbers: decimal, 34 significant digits, half to even (IEEE 754-2008 decimal128, DMN 1.5,
 * 10.3.2.3.1).
 *
 * A number of JavaScript stands for the shortest decimal that it is written as (0.1 is a tenth), so
 * that JSON is used as it comes. Whole numbers are computed with as they are while they are exact;
 * everything else by decimal.js.
 */
import { Decimal as Base } from 'decimal.js';

export const Decimal = Base.clone({
  precision: 34,
  rounding: Base.ROUND_HALF_EVEN,
  maxE: 6144,
  minE: -6143,
  toExpNeg: -6143,
  toExpPos: 6144,
});
export type Decimal = InstanceType<typeof Decimal>;
export type Num = number | Decimal;

export const isNumber = (value: unknown): value is Num =>
  typeof value === 'number' ? Number.isFinite(value) : value instanceof Decimal;

export const decimal = (value: Num): Decimal =>
  typeof value === 'number' ? new Decimal(value) : value;

/** @returns null for what is no finite number */
export const finite = (value: Decimal): Decimal | null => (value.isFinite() ? value : null);

/** Text of digits as a number of 34 digits. @param text such as `-1.5e3` */
export function parseNumber(text: string): Num | null {
  // with an exponent it may be so near to nothing that JavaScript has nothing
  const short = text.length < 16 && !/e/i.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(short)) return short;
  return finite(new Decimal(text).toSignificantDigits(34));
}

const whole = Number.isSafeInteger;

export function add(a: Num, b: Num): Num | null {
  if (whole(a) && whole(b)) {
    const sum = (a as number) + (b as number);
    if (whole(sum)) return sum;
  }
  return finite(decimal(a).plus(decimal(b)));
}

export function subtract(a: Num, b: Num): Num | null {
  if (whole(a) && whole(b)) {
    const difference = (a as number) - (b as number);
    if (whole(difference)) return difference;
  }
  return finite(decimal(a).minus(decimal(b)));
}

export function multiply(a: Num, b: Num): Num | null {
  if (whole(a) && whole(b)) {
    const product = (a as number) * (b as number);
    if (whole(product)) return product + 0;
  }
  return finite(decimal(a).times(decimal(b)));
}

/** @returns null for a division by zero */
export function divide(a: Num, b: Num): Num | null {
  if (isZero(b)) return null;
  if (whole(a) && whole(b)) {
    const quotient = (a as number) / (b as number);
    if (whole(quotient)) return quotient + 0;
  }
  return finite(decimal(a).dividedBy(decimal(b)));
}

export const power = (a: Num, b: Num): Num | null => finite(decimal(a).pow(decimal(b)));

export const negate = (a: Num): Num => (typeof a === 'number' ? 0 - a : a.negated());

export const isZero = (a: Num): boolean => (typeof a === 'number' ? a === 0 : a.isZero());

export function compareNumbers(a: Num, b: Num): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return decimal(a).comparedTo(decimal(b));
}

export const isWhole = (a: Num): boolean =>
  typeof a === 'number' ? Number.isInteger(a) : a.isInteger();

/** As a number of JavaScript, for places in lists and the like; NaN for what is no whole number. */
export function index(a: Num): number {
  // a number of thousands of digits is not written out to be read again
  if (typeof a !== 'number' && (a.e > 15 || !a.isInteger())) return NaN;
  const number = Number(a);
  return Number.isSafeInteger(number) ? number : NaN;
}

/** As it can stand in a sentence: with an exponent where it has many digits. */
export const brief = (a: Num): string =>
  typeof a === 'number' || Math.abs(a.e) < 20 ? String(a) : a.toExponential();

/** All digits, no exponent. */
export const digits = (a: Num): string => decimal(a).toFixed();

/** How numbers leave FEEL for JSON: see `plain`. */
export function jsonNumber(a: Num): number | string {
  if (typeof a === 'number') return a + 0;
  const nearest = Number(a.toExponential()) + 0;
  const exact = Number.isFinite(nearest) && new Decimal(nearest).equals(a);
  return exact || !a.isInteger() ? nearest : a.toFixed();
}

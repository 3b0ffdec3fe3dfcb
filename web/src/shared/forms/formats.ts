/** Formats of this country's forms, with their check digits, taught to the validator. */
import { format } from '@cfworker/json-schema';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 居民身份证号码, GB 11643. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return ID_CHECKS[sum % 11] === text[17];
}

/** 统一社会信用代码, GB 32100. */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  const digits = [...text].map((character) => CREDIT_ALPHABET.indexOf(character));
  if (digits.includes(-1)) return false;
  let sum = 0;
  let weight = 1;
  for (const digit of digits.slice(0, 17)) {
    sum += digit * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === digits[17];
}

Object.assign(format, {
  'id-number': isIdNumber,
  'credit-code': isCreditCode,
  phone: (text: string) => /^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/.test(text),
});

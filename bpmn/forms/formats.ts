/** Formats of this country's forms, with their check digits. */

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** Last character of a 统一社会信用代码 (GB 32100): weights 3^i mod 31. */
export function creditCheck(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Whether the text is a 统一社会信用代码 with the right check character. */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text) && creditCheck(text.slice(0, 17)) === text[17];
}

/** Whether the text is a resident's ID number (GB 11643): a real date of birth and check digit. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const date = new Date(`${birth}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== birth) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return ID_CHECKS[sum % 11] === text[17];
}

/** Whether the text is a bank card's number: 16 to 19 digits with Luhn's check digit (ISO/IEC 7812). */
export function isBankCard(text: string): boolean {
  if (!/^\d{16,19}$/.test(text)) return false;
  const sum = [...text].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Mobile, or fixed with its area's code. */
const isPhone = (text: string): boolean => /^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/.test(text);

/** What `format` means in our forms beyond JSON Schema's own; server and pages teach their validators. */
export const FORMATS: Record<string, (text: string) => boolean> = {
  'id-number': isIdNumber,
  'credit-code': isCreditCode,
  phone: isPhone,
  'bank-card': isBankCard,
};

/** Check digits of the identifiers of people and organisations. */
import { createHmac } from 'node:crypto';

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** Last character of a 统一社会信用代码 (GB 32100): weights 3^i mod 31. */
function creditCheck(first17: string): string {
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

/** Check character of an organisation's code (GB 11714), itself part of the credit code. */
function organisationCheck(first8: string): string {
  const sum = [...first8].reduce(
    (total, character, i) => total + parseInt(character, 36) * ORGANISATION_WEIGHTS[i]!,
    0,
  );
  return ['0', 'X', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum % 11]!;
}

/**
 * A 统一社会信用代码 with both check characters.
 * @param kind two characters: registering body and kind of organisation, `11` = a state organ
 * @param region six digits
 * @param serial eight characters
 */
export function creditCode(kind: string, region: string, serial: string): string {
  const first17 = `${kind}${region}${serial}${organisationCheck(serial)}`;
  return first17 + creditCheck(first17);
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

/** Keyed digest to find a person by ID number; without the key it cannot be guessed back. */
export function idNumberDigest(idNumber: string, key: string): string {
  return createHmac('sha256', key).update(idNumber.toUpperCase()).digest('hex');
}

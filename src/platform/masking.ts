/**
 * Numbers of people – ID numbers, telephones, bank cards – as lists, pages and logs show them: enough to
 * tell two apart, too little to use.
 */
import { replaceIdNumbers, SEPARATOR } from './sealing/index.js';

const BETWEEN = `${SEPARATOR}?`;
/** Digits in groups of these sizes. */
const grouped = (...sizes: string[]): string =>
  sizes.map((size) => String.raw`\d{${size}}`).join(BETWEEN);

/**
 * No part of a longer number; a letter hides none. In JSON a control character may end in digits.
 * @param pattern with groups as the replacement needs them
 */
const alone = (pattern: string): RegExp =>
  new RegExp(
    String.raw`(?:(?<=\\u[0-9a-fA-F]{4})|(?<!\d|\\u[0-9a-fA-F]{0,3}))${pattern}(?!\d)`,
    'g',
  );

/** GB 11643, also mistyped, and the 15 digits of before 1999, whose month and day are two and two. */
const ID_NUMBER = alone(String.raw`${grouped('6', '8', '3')}[\dXx]`);
const OLD_ID_NUMBER = alone(String.raw`\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}`);
/** A card's number has 16 to 19 digits (GB/T 19584), perhaps in groups; 银联's begin with 62. */
const CARD = alone(
  String.raw`(?:${grouped('4', '4', '4', '4')}(?:${BETWEEN}\d{1,3})?|${grouped('6', '10,13')})`,
);
/** Of mobile telephones, perhaps in groups or with the country before it. */
const PHONE = alone(String.raw`((?:\+?86${BETWEEN})?1[3-9]\d)${BETWEEN}\d{4}${BETWEEN}(\d{4})`);
/** Of other telephones: the area with its 0, and seven or eight digits. */
const LANDLINE = alone(String.raw`(?<!-)(0\d{2,3}${BETWEEN})\d{3,4}(\d{4})`);

/** UUIDs, traces and digests, wherever they stand: digits in them are nobody's number. */
const IDENTIFIER =
  /(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{32,128})(?![0-9a-z])/gi;

/**
 * `210381199001011234` → `210381********1234`, `13800001234` → `138****1234`, cards likewise. Whoever
 * looks for a person finds them by these ends; who reads it learns no number.
 */
export function maskPersonal(text: string): string {
  let masked = '';
  let from = 0;
  for (const { 0: identifier, index } of text.matchAll(IDENTIFIER)) {
    masked += maskNumbers(text.slice(from, index)) + identifier;
    from = index + identifier.length;
  }
  return masked + maskNumbers(text.slice(from));
}

const maskNumbers = (text: string): string =>
  replaceIdNumbers(text, hidden)
    .replace(CARD, (number) => (isCard(number) ? hidden(number) : number))
    .replace(ID_NUMBER, hidden)
    .replace(OLD_ID_NUMBER, hidden)
    .replace(PHONE, '$1****$2')
    .replace(LANDLINE, '$1****$2');

function hidden(written: string): string {
  const number = written.normalize('NFKC').replaceAll(/[^\dXx]/g, '');
  return number.slice(0, 6) + '*'.repeat(number.length - 10) + number.slice(-4);
}

/** 银联's, even one that is mistyped; of others, what passes the check of ISO/IEC 7812-1, annex B. */
function isCard(number: string): boolean {
  if (number.startsWith('62')) return true;
  const digits = [...number.replaceAll(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

type OfText = (text: string) => string;

function inTexts(value: unknown, of: OfText): unknown {
  if (typeof value === 'string') return of(value);
  if (Array.isArray(value)) return value.map((each) => inTexts(each, of));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inTexts(each, of)]));
}

/** The value with every such number in its texts masked, however deep; all else as it was. */
export const masked = <Value>(value: Value): Value => inTexts(value, maskPersonal) as Value;

/** What fills a field with the digits of an account, right or mistyped. */
const ACCOUNT = /^\d(?:[ -]?\d){14,18}$/;

/** The same of a form, where a field that is a long number is somebody's, whatever its check digit says. */
export const maskedForm = <Form extends object>(form: Form): Form =>
  inTexts(form, (text) => (ACCOUNT.test(text) ? hidden(text) : maskPersonal(text))) as Form;

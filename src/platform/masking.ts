/**
 * Numbers of people – ID numbers, telephones, bank cards – as lists, pages and logs show them: enough to
 * tell two apart, too little to use.
 */

/** Neither a part of a longer number nor of a word, such as a digest. */
const alone = (pattern: string): RegExp =>
  new RegExp(`(?<![0-9A-Za-z])(${pattern})(?![0-9A-Za-z])`, 'g');

/** GB 11643, and the 15 digits of before 1999, whose month and day are two and two. */
const ID_NUMBER = alone(String.raw`\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]`);
const OLD_ID_NUMBER = alone(String.raw`\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}`);
/** A card's number has 16 to 19 digits (GB/T 19584), perhaps in groups; 银联's begin with 62. */
const CARD = alone(String.raw`\d{4}(?:[ -]?\d{4}){2}[ -]?\d{4}(?:[ -]?\d{1,3})?|\d{6} ?\d{10,13}`);
/** Of mobile telephones, perhaps in groups or with the country before it. */
const PHONE = /(?<![0-9A-Za-z])(\+?86[ -]?)?(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?![0-9A-Za-z])/g;
/** Of other telephones: the area with its 0, and seven or eight digits. */
const LANDLINE = /(?<![0-9A-Za-z-])(0\d{2,3}[ -]?)\d{3,4}(\d{4})(?![0-9A-Za-z])/g;

/**
 * `210381199001011234` → `210381********1234`, `13800001234` → `138****1234`, cards likewise. Whoever
 * looks for a person finds them by these ends; who reads it learns no number.
 */
export function maskPersonal(text: string): string {
  return text
    .replace(CARD, (number) => (isCard(number) ? hidden(number) : number))
    .replace(ID_NUMBER, hidden)
    .replace(OLD_ID_NUMBER, hidden)
    .replace(PHONE, '$1$2****$3')
    .replace(LANDLINE, '$1****$2');
}

function hidden(written: string): string {
  const number = written.replaceAll(/[ -]/g, '');
  return number.slice(0, 6) + '*'.repeat(number.length - 10) + number.slice(-4);
}

/** 银联's, even one that is mistyped; of others, what passes the check of ISO/IEC 7812-1, annex B. */
function isCard(number: string): boolean {
  if (number.startsWith('62')) return true;
  const digits = [...number.replaceAll(/[ -]/g, '')].map(Number).reverse();
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

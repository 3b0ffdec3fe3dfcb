/** ID numbers (GB 11643) wherever they are written: solid or in groups, in a text or within JSON. */
import { isIdNumber } from '../identifiers.js';

const DIGIT = '[0-9０-９]';
/** Between any two digits, as people write groups and files wrap lines: blanks, hyphens, what is not seen. */
export const SEPARATOR =
  '[- \t\n\r\u00a0\u00ad\u2000-\u2015\u2028-\u202f\u2060\u2212\u3000\ufeff\uff0d]';

/**
 * The shape of an ID number, which all that is one has and more besides; in words that JavaScript and
 * PostgreSQL read alike. What it stands within – a longer number – is not said here.
 * @param escaped how separators are written besides, such as within JSON
 */
export function idNumberShape(escaped = ''): string {
  const between = `(${SEPARATOR}${escaped && `|${escaped}`}){0,2}`;
  const digits = (n: number): string => Array<string>(n).fill(DIGIT).join(between);
  const region = ['[1-8１-８]', digits(5)].join(between);
  const century = ['([1１]', '[9９]|[2２]', '[0０])'].join(between);
  return [region, century, digits(9), '[0-9０-９XxＸｘ]'].join(between);
}

const SHAPE = new RegExp(idNumberShape());
/** A letter before or behind it does not hide a number; a digit makes it a longer one. */
const ALONE = new RegExp(`(?<!${DIGIT})${idNumberShape()}(?!${DIGIT})`, 'g');
/** A number of JSON, which is no ID number when it has a sign, a fraction or an exponent. */
const JSON_NUMBER = /(?<![\w.+-])\d{18}(?![\w.+-])/g;

/** UUIDs and SHA-256 in hexadecimal, as whole texts: one in some millions holds what looks like a number. */
const IDENTIFIER = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{64})$/i;

const isOne = (written: string): boolean =>
  isIdNumber(
    written
      .normalize('NFKC')
      .replaceAll(/[^0-9Xx]/g, '')
      .toUpperCase(),
  );

type By = (number: string) => string;

/**
 * Puts another text in the place of each ID number. What is JSON stays JSON, with the numbers looked for
 * in what its strings mean, not in how they are escaped; an ID number that stands there as a number
 * becomes a string, for no JavaScript reads one that long to the last digit.
 */
export function replaceIdNumbers(text: string, by: By): string {
  if (!SHAPE.test(text) && !text.includes('\\')) return text;
  if (IDENTIFIER.test(text)) return text;
  return isJson(text) ? inJson(text, by) : inText(text, by);
}

function inText(text: string, by: By): string {
  let replaced = '';
  let from = 0;
  ALONE.lastIndex = 0;
  for (let found = ALONE.exec(text); found; found = ALONE.exec(text)) {
    // What is none may have swallowed the beginning of one: `123456 789012 110101 199003077571`.
    if (!isOne(found[0])) ALONE.lastIndex = found.index + 1;
    else {
      replaced += text.slice(from, found.index) + by(found[0]);
      from = ALONE.lastIndex;
    }
  }
  return replaced + text.slice(from);
}

/** Free text may begin like JSON: `[补正] …`. */
function isJson(text: string): boolean {
  if (!/^\s*[[{"]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** String by string, so that all else – large numbers, order, white space – stays to the letter. */
function inJson(text: string, by: By): string {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const start = text.indexOf('"', from);
    const end = start < 0 ? text.length : start;
    parts.push(inNumbers(text.slice(from, end), by));
    if (start < 0) break;
    from = endOfString(text, start);
    parts.push(inString(text.slice(start, from), by));
  }
  return parts.join('');
}

const inNumbers = (between: string, by: By): string =>
  between.replace(JSON_NUMBER, (number) =>
    isIdNumber(number) ? JSON.stringify(by(number)) : number,
  );

function inString(string: string, by: By): string {
  if (!SHAPE.test(string) && !string.includes('\\')) return string;
  const meant = JSON.parse(string) as string;
  const replaced = replaceIdNumbers(meant, by);
  return replaced === meant ? string : JSON.stringify(replaced);
}

/** @returns the place behind the quotation mark that ends the string begun at `start` */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at++;
  }
  return text.length;
}

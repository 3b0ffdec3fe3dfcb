/**
 * Tolerant in what is taken, strict in what is kept: numbers of people, firms, telephones and cards are
 * written in many ways and kept in one. Pages tidy as a field is left, the server before it checks.
 */
import { fieldsOf, type FormField } from './form.js';
import { FORMATS } from './formats.js';

type Data = Record<string, unknown>;

/** U+FF01 … U+FF5E are ASCII's `!` … `~`, wide: an input method left on Chinese types them. */
const narrow = (text: string): string =>
  text
    .replaceAll(/[！-～]/gu, (wide) => String.fromCodePoint(wide.codePointAt(0)! - 0xfee0))
    .replaceAll('\u3000', ' ');

/** Spaces that nobody sees, as pasting brings them along. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;
/** What numbers are grouped by. */
const GROUPING = /[\s\-‐-―.·]/gu;

const compact = (text: string): string => narrow(text).replaceAll(GROUPING, '');

/** Patterns of numbers; no other is looked at, for it may be drawn so that trying it never ends. */
const DIGITS_ONLY = /^\^(?:\[0-9\]|\\d)[{+*][^a-z]*$/i;

/** Without the country's code, and mobiles without grouping; what is a telephone number already stays. */
function phone(text: string): string {
  const plain = narrow(text).trim();
  if (FORMATS.phone!(plain)) return plain;
  const digits = plain.replaceAll(/[()\s\-‐-―.]/gu, '').replace(/^(?:\+86|0086)/, '');
  const bare = digits.replace(/^86(?=1\d{10}$)/, '');
  // Abroad the area's zero is left out.
  const area = /^[2-9]\d{8,10}$/.test(bare) && plain.startsWith('+') ? `0${bare}` : bare;
  return FORMATS.phone!(area) ? area : plain;
}

const NUMBERS: Readonly<Record<string, (text: string) => string>> = {
  'id-number': (text) => compact(text).toUpperCase(),
  'credit-code': (text) => compact(text).toUpperCase(),
  'bank-card': compact,
  date: (text) => dayOf(narrow(text).trim()),
  phone,
};

/** 2026/3/2, 2026.3.2 and 2026年3月2日 are 2026-03-02. */
function dayOf(text: string): string {
  const [whole, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text) ?? [];
  return whole ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text;
}

function tidyText(field: FormField, text: string): string {
  const number = NUMBERS[field.format ?? ''];
  if (number) return number(text);
  const trimmed = text.replaceAll(INVISIBLE, '').trim();
  if (field.pattern === undefined) return trimmed;
  const bare = compact(trimmed);
  return DIGITS_ONLY.test(field.pattern) && /^\d+$/.test(bare) ? bare : trimmed;
}

/** A number that was typed as a text, with wide digits or thousands' commas; else what it was. */
function tidyNumber(text: string): number | string {
  const plain = narrow(text).replaceAll(/[\s,]/gu, '');
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function tidyValue(field: FormField, value: unknown): unknown {
  const { type, items } = field;
  if (typeof value === 'string') {
    if (type === 'number' || type === 'integer') return tidyNumber(value);
    // What is chosen is one of the form's own words.
    const chosen = field.enum ?? field.oneOf ?? field.const;
    return type === 'string' && chosen === undefined ? tidyText(field, value) : value;
  }
  if (Array.isArray(value)) {
    if (!items) return value;
    const rows = value.map((one) => tidyValue(items, one));
    return rows.every((one, at) => one === value[at]) ? value : rows;
  }
  if (typeof value === 'object' && value !== null) return tidyAnswers(field, value as Data);
  return value;
}

/** The answers as they are kept; the very same object where they are so already. */
export function tidyAnswers<Answers extends Data>(form: FormField, answers: Answers): Answers {
  const fields = fieldsOf(form);
  const changed = Object.entries(answers).flatMap(([name, value]) => {
    const tidied = tidyValue(fields[name] ?? {}, value);
    return tidied === value ? [] : [[name, tidied] as const];
  });
  return changed.length === 0 ? answers : { ...answers, ...Object.fromEntries(changed) };
}

/** Without what was left blank, which is no answer; the very same object where nothing was. */
export function withoutBlanks<Answers extends Data>(answers: Answers): Answers {
  const filled = Object.entries(answers).filter(([, value]) => !isBlank(value));
  return filled.length === Object.keys(answers).length
    ? answers
    : (Object.fromEntries(filled) as Answers);
}

export const isBlank = (value: unknown): boolean => typeof value === 'string' && !value.trim();

/** What an item says to people in Chinese, each text once, under the section where it is written. */
import { SECTIONS } from './sections.js';

type Json = unknown;

/** What the applicants' pages show. */
const SHOWN = new Set([
  ...['name', 'notes', 'legalBasis', 'conditions', 'materials', 'limits'],
  ...['situation', 'children', 'fees', 'result', 'guide'],
]);
/** What programs read, and what is chosen. */
const FOR_PROGRAMS = new Set(['when', 'quantity', 'value', 'numberPattern', 'renewal']);
/** Remarks of who keeps the catalogue; of a limit everybody reads them. */
const REMARK = 'note';
const HAN = /\p{Script=Han}/u;

export interface Translatable {
  section: string;
  texts: string[];
}

function textsOf(field: string, value: Json): string[] {
  if (typeof value === 'string') return HAN.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(field, one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    FOR_PROGRAMS.has(name) || (name === REMARK && field !== 'limits') ? [] : textsOf(field, one),
  );
}

export function translatable(item: Record<string, Json>): Translatable[] {
  const met = new Set<string>();
  const firstMet = (text: string) => !met.has(text) && met.add(text);
  return SECTIONS.map(({ key, fields }) => ({
    section: key,
    texts: fields
      .filter((field) => SHOWN.has(field))
      .flatMap((field) => textsOf(field, item[field]))
      .filter(firstMet),
  })).filter(({ texts }) => texts.length > 0);
}

/** Its translations without those of what it does not say, as one that is written after another has them. */
export function withoutStrayTranslations(item: Record<string, Json>): Record<string, Json> {
  if (!Array.isArray(item.english)) return item;
  const said = new Set(translatable(item).flatMap(({ texts }) => texts));
  const english = (item.english as { chinese: string }[]).filter(({ chinese }) =>
    said.has(chinese),
  );
  return { ...item, english };
}

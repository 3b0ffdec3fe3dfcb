/** Texts that no register, paper or seal can carry, which JSON Schema cannot say. */
import { fieldsOf, type FormField } from './form.js';
import { kindOfField } from './kinds.js';

export interface StrayText {
  path: string[];
  title: string;
}

/** What a keyboard offers beside letters: 😀, ✅, ❤️; and what it does not show at all. */
const PICTURE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}/u;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/u;

function isStray(field: FormField, text: string): boolean {
  if (CONTROL.test(text)) return true;
  // In a box of many lines people write as they write.
  return kindOfField(field)?.code !== 'long-text' && PICTURE.test(text);
}

/** Every text with pictures or signs that control how others are shown. */
export function strayTexts(form: FormField, answers: Record<string, unknown>): StrayText[] {
  return Object.entries(fieldsOf(form)).flatMap(([name, field]) =>
    within(field, answers[name], [name], field.title ?? name),
  );
}

function within(field: FormField, value: unknown, path: string[], title: string): StrayText[] {
  if (typeof value === 'string') return isStray(field, value) ? [{ path, title }] : [];
  if (Array.isArray(value))
    return value.flatMap((one, at) => within(field.items ?? {}, one, [...path, String(at)], title));
  if (typeof value !== 'object' || value === null) return [];
  const fields = fieldsOf(field);
  return Object.entries(value).flatMap(([name, part]) =>
    within(fields[name] ?? {}, part, [...path, name], fields[name]?.title ?? title),
  );
}

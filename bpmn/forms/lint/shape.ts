/** Whether something is a form at all: the words of JSON Schema that forms are written in, each of its type. */
import type { FormField } from '../form.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isFlag: Check = (value) => typeof value === 'boolean';
const isPlain: Check = (value) => isText(value) || isNumber(value) || isFlag(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (one: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(one);
const allOf =
  (one: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(one);
const isForm: Check = (value) => strayWord(value) === null;
const isChoice: Check = (value) =>
  isObject(value) &&
  isPlain(value.const) &&
  (value.title === undefined || isText(value.title)) &&
  Object.keys(value).every((name) => name === 'const' || name === 'title');
const isPrefill: Check = (value) =>
  isObject(value) && isText(value.register) && isText(value.field);

/** Every word a field may have; the compiler asks for each new one. */
const WORDS: Record<keyof FormField | '$schema' | '$id' | 'uniqueItems', Check> = {
  ...{ $schema: isText, $id: isText, title: isText, description: isText },
  ...{ type: isText, format: isText, pattern: isText },
  ...{ const: isPlain, default: isPlain },
  ...{ enum: listOf(isPlain), enumNames: listOf(isText), oneOf: listOf(isChoice) },
  ...{ minLength: isCount, maxLength: isCount, minItems: isCount, maxItems: isCount },
  ...{ minimum: isNumber, maximum: isNumber, exclusiveMinimum: isNumber },
  multipleOf: (value) => isNumber(value) && (value as number) > 0,
  uniqueItems: isFlag,
  additionalProperties: isFlag,
  required: listOf(isText),
  items: isForm,
  properties: allOf(isForm),
  ...{ allOf: listOf(isForm), if: isForm, then: isForm, else: isForm },
  ...{ 'x-kind': isText, 'x-shown': isText, 'x-prefill': isPrefill },
  ...{ 'x-earliest': isText, 'x-latest': isText },
  ...{ 'x-title-en': isText, 'x-description-en': isText },
};

/** The first word that no form has, or that says something of another type; null = it is a form. */
export function strayWord(value: unknown): string | null {
  if (!isObject(value)) return '';
  for (const [word, said] of Object.entries(value)) {
    const check = Object.hasOwn(WORDS, word) ? WORDS[word as keyof typeof WORDS] : undefined;
    if (!check?.(said)) return word;
  }
  return null;
}

const isSection: Check = (value) =>
  isObject(value) &&
  isText(value.title) &&
  isText(value.from) &&
  (value.titleEn === undefined || isText(value.titleEn)) &&
  Object.keys(value).every((word) => ['title', 'titleEn', 'from'].includes(word));

const LOOKS: Record<string, Check> = {
  'ui:order': listOf(isText),
  'ui:sections': listOf(isSection),
  'ui:widget': isText,
  'ui:readonly': isFlag,
  'ui:placeholder': isText,
  'ui:help': isText,
  'ui:options': allOf((value) => isPlain(value) || listOf(isPlain)(value)),
};

/** The same of how a form looks (uiSchema): words of the renderer, or fields by name. */
export function strayLook(value: unknown): string | null {
  if (!isObject(value)) return '';
  for (const [word, said] of Object.entries(value)) {
    const check = Object.hasOwn(LOOKS, word) ? LOOKS[word] : undefined;
    const stray = word.startsWith('ui:') ? (check?.(said) ? null : word) : strayLook(said);
    if (stray !== null) return stray === '' ? word : stray;
  }
  return null;
}

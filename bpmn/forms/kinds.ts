/**
 * The kinds of field that forms are drawn with. A field is of the kind that it names (`x-kind`), else of
 * the first that its JSON Schema fits: forms written by hand are of kinds too.
 */
import type { FormField } from './form.js';

export interface FieldKind {
  code: string;
  /** A new one, as a form's editor puts it in; its title is for who draws. */
  make(): FormField;
  /** Whether a field that names no kind is of this one. */
  fits(field: FormField): boolean;
  /** It may be a column of a table. */
  column?: true;
}

const text = (more: FormField = {}): FormField => ({ type: 'string', ...more });
const ofFormat =
  (format: string) =>
  (field: FormField): boolean =>
    field.type === 'string' && field.format === format;

const choices = (): FormField['oneOf'] => [
  { const: 'a', title: '选项一' },
  { const: 'b', title: '选项二' },
];
const isChoice = ({ oneOf, enum: values }: FormField): boolean => Boolean(oneOf ?? values);

/** Texts longer than a line are written in a box. */
const LONG = 200;

/** What a person, an address and a file hold; who draws may change their words, not their parts. */
const PERSON: FormField = {
  type: 'object',
  required: ['name', 'idNumber'],
  properties: {
    name: { type: 'string', title: '姓名', minLength: 2, maxLength: 50 },
    idNumber: {
      ...{ type: 'string', title: '身份证号码', format: 'id-number' },
      ...{ minLength: 18, maxLength: 18 },
    },
    phone: { type: 'string', title: '联系电话', format: 'phone' },
  },
};
const ADDRESS: FormField = {
  type: 'object',
  required: ['region', 'place', 'detail'],
  properties: {
    region: { type: 'string', title: '行政区划', pattern: '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' },
    place: { type: 'string', title: '所在地区', minLength: 1, maxLength: 200 },
    detail: { type: 'string', title: '详细地址', minLength: 2, maxLength: 200 },
  },
};

export const FIELD_KINDS: readonly FieldKind[] = [
  {
    code: 'id-number',
    column: true,
    make: () => text({ format: 'id-number', minLength: 18, maxLength: 18 }),
    fits: ofFormat('id-number'),
  },
  {
    code: 'credit-code',
    column: true,
    make: () => text({ format: 'credit-code', minLength: 18, maxLength: 18 }),
    fits: ofFormat('credit-code'),
  },
  {
    code: 'phone',
    column: true,
    make: () => text({ format: 'phone' }),
    fits: ofFormat('phone'),
  },
  {
    code: 'bank-card',
    make: () => text({ format: 'bank-card', minLength: 16, maxLength: 19 }),
    fits: ofFormat('bank-card'),
  },
  {
    code: 'date',
    column: true,
    make: () => text({ format: 'date' }),
    fits: ofFormat('date'),
  },
  {
    code: 'choice',
    column: true,
    make: () => text({ oneOf: choices() }),
    fits: (field) => field.type === 'string' && isChoice(field),
  },
  {
    code: 'choices',
    make: () => ({
      ...{ type: 'array', minItems: 1, uniqueItems: true },
      items: text({ oneOf: choices() }),
    }),
    fits: ({ type, items }) => type === 'array' && items !== undefined && isChoice(items),
  },
  {
    code: 'yes-no',
    column: true,
    make: () => ({ type: 'boolean' }),
    fits: ({ type }) => type === 'boolean',
  },
  {
    code: 'money',
    column: true,
    make: () => ({
      ...{ type: 'number', 'x-kind': 'money', minimum: 0, maximum: 10_000_000_000 },
      multipleOf: 0.01,
    }),
    fits: () => false,
  },
  {
    code: 'number',
    column: true,
    make: () => ({ type: 'number' }),
    fits: ({ type }) => type === 'number' || type === 'integer',
  },
  {
    code: 'person',
    make: () => ({ ...structuredClone(PERSON), 'x-kind': 'person' }),
    fits: () => false,
  },
  {
    code: 'address',
    make: () => ({ ...structuredClone(ADDRESS), 'x-kind': 'address' }),
    fits: () => false,
  },
  {
    code: 'file',
    make: () => ({
      ...{ type: 'array', 'x-kind': 'file', minItems: 1, maxItems: 10 },
      items: { type: 'string', format: 'uuid' },
    }),
    fits: () => false,
  },
  {
    code: 'table',
    make: () => ({
      ...{ type: 'array', minItems: 1, maxItems: 20 },
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', title: '名称', maxLength: 100 } },
      },
    }),
    fits: ({ type, items }) => type === 'array' && items?.type === 'object',
  },
  {
    code: 'group',
    make: () => ({
      type: 'object',
      properties: { name: { type: 'string', title: '名称', maxLength: 100 } },
    }),
    fits: ({ type, properties }) => type === 'object' && properties !== undefined,
  },
  {
    code: 'list',
    make: () => ({ type: 'array', maxItems: 20, items: { type: 'string', maxLength: 100 } }),
    fits: ({ type, items }) => type === 'array' && items?.type === 'string',
  },
  {
    code: 'long-text',
    make: () => text({ maxLength: 1000 }),
    fits: ({ type, maxLength }) => type === 'string' && (maxLength ?? 0) > LONG,
  },
  {
    code: 'text',
    column: true,
    make: () => text({ maxLength: 100 }),
    fits: ({ type }) => type === 'string',
  },
];

const BY_CODE = new Map(FIELD_KINDS.map((kind) => [kind.code, kind]));

/** Undefined where the field names none that there is, or fits none. */
export function kindOfField(field: FormField): FieldKind | undefined {
  const named = field['x-kind'];
  return named === undefined ? FIELD_KINDS.find(({ fits }) => fits(field)) : BY_CODE.get(named);
}

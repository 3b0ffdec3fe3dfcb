import { FIELD_KINDS, type FormField, kindOfField } from '../index.js';
import { lintForm, strayLook, strayWord } from './index.js';

const form = (properties: Record<string, FormField>, more: FormField = {}): FormField => ({
  ...{ title: '申请表', type: 'object', properties },
  ...more,
});
const rules = (one: FormField) => lintForm(one).map(({ rule, element }) => [rule, element]);
const text = (more: FormField = {}): FormField => ({ type: 'string', title: '名称', ...more });

it.each(FIELD_KINDS.map((kind) => [kind.code, kind] as const))(
  'finds nothing wrong with a new field of kind %s, and knows it again',
  (code, kind) => {
    const made = { ...kind.make(), title: '名称' };
    expect(kindOfField(made)?.code).toBe(code);
    expect(strayWord(form({ it: made }))).toBeNull();
    expect(lintForm(form({ it: made }))).toEqual([]);
  },
);

it.each<[string, string, FormField]>([
  ['a name that no expression can say', 'field-name', form({ 'a-b': text() })],
  ['no title', 'field-title', form({ it: { type: 'string' } })],
  ['a kind that there is not', 'field-kind', form({ it: text({ 'x-kind': 'colour' }) })],
  ['another type than its kind', 'field-kind', form({ it: text({ 'x-kind': 'money' }) })],
  ['a type that no kind has', 'field-kind', form({ it: { type: 'null', title: '无' } })],
  [
    'a person without a name',
    'field-parts',
    form({ it: { type: 'object', title: '人', 'x-kind': 'person', properties: {} } }),
  ],
  [
    'a table in a group',
    'field-nested',
    form({
      it: {
        ...{ type: 'object', title: '组' },
        properties: { rows: { ...tableOf(), title: '表' } },
      },
    }),
  ],
  [
    'lengths the wrong way round',
    'field-bounds',
    form({ it: text({ minLength: 5, maxLength: 2 }) }),
  ],
  [
    'days the wrong way round',
    'field-bounds',
    form({ it: text({ format: 'date', 'x-earliest': 'today', 'x-latest': 'today-1d' }) }),
  ],
  ['a day that is none', 'field-day', form({ it: text({ format: 'date', 'x-latest': 'soon' }) })],
  [
    'a day that counts from a text',
    'field-day',
    form({ it: text({ format: 'date', 'x-latest': 'name+1y' }), name: text() }),
  ],
  [
    'a day that counts from itself',
    'field-day',
    form({ it: text({ format: 'date', 'x-latest': 'it' }) }),
  ],
  [
    'days from another the wrong way round',
    'field-bounds',
    form({
      from: text({ format: 'date' }),
      it: text({ format: 'date', 'x-earliest': 'from+1d', 'x-latest': 'from' }),
    }),
  ],
  ['days of a text', 'field-day', form({ it: text({ 'x-latest': 'today' }) })],
  ['a format that nobody checks', 'field-format', form({ it: text({ format: 'colour' }) })],
  ['a pattern that goes back', 'field-pattern', form({ it: text({ pattern: '(a)\\1' }) })],
  [
    'a pattern that the applicant’s page cannot read',
    'field-pattern',
    form({ it: text({ pattern: '\\A[0-9]' }) }),
  ],
  [
    'a pattern that is a page long',
    'field-pattern',
    form({ it: text({ pattern: 'a'.repeat(301) }) }),
  ],
  [
    'a pattern in what a list holds',
    'field-pattern',
    form({ it: { type: 'array', title: '列', items: { type: 'string', pattern: '(?<=a)b' } } }),
  ],
  [
    'a pattern in a condition',
    'field-pattern',
    form({ it: text() }, { allOf: [{ if: { properties: { it: { pattern: '(?i)a' } } } }] }),
  ],
  [
    'a file that only some answers bring up',
    'field-conditional',
    form({ it: text() }, { allOf: [{ then: { properties: { photo: fileOf() } } }] }),
  ],
  [
    'a condition within a condition',
    'field-conditional',
    form({ it: text() }, { then: { properties: { more: text({ 'x-shown': 'it = null' }) } } }),
  ],
  [
    'a file in a group',
    'field-nested',
    form({ it: { type: 'object', title: '组', properties: { photo: fileOf() } } }),
  ],
  [
    'a file in a person',
    'field-nested',
    form({
      it: {
        ...FIELD_KINDS.find(({ code }) => code === 'person')!.make(),
        ...{ title: '人', properties: { ...personParts(), photo: fileOf() } },
      },
    }),
  ],
  [
    'a file that is no file',
    'field-parts',
    form({ it: { ...fileOf(), items: { type: 'string' } } }),
  ],
  ['one choice', 'field-choices', form({ it: text({ oneOf: [{ const: 'a', title: '甲' }] }) })],
  [
    'two choices of one value',
    'field-choices',
    form({ it: text({ oneOf: ['甲', '乙'].map((title) => ({ const: 'a', title })) }) }),
  ],
  [
    'a register that shares nothing',
    'field-prefill',
    form({ it: text({ 'x-prefill': { register: 'weather', field: 'rain' } }) }),
  ],
  [
    'what its register does not have',
    'field-prefill',
    form({ it: text({ 'x-prefill': { register: 'population', field: 'rain' } }) }),
  ],
  ['a condition that cannot be read', 'condition-wrong', form({ it: text({ 'x-shown': 'a =' }) })],
  ['a condition on nobody', 'condition-wrong', form({ it: text({ 'x-shown': 'owner = "x"' }) })],
  ['no condition', 'condition-wrong', form({ it: text({ 'x-shown': ' ' }) })],
  [
    'a condition on itself by way of another',
    'condition-circular',
    form({ it: text({ 'x-shown': 'b = "1"' }), b: text({ 'x-shown': 'it = "1"' }) }),
  ],
  [
    'a condition in a group',
    'condition-nested',
    form({
      it: { type: 'object', title: '组', properties: { a: text({ 'x-shown': 'it = null' }) } },
    }),
  ],
  ['no field', 'form-empty', form({})],
  ['no title of its own', 'form-title', { type: 'object', properties: { it: text() } }],
  ['what must be there and is not', 'required-unknown', form({ it: text() }, { required: ['b'] })],
])('finds %s', (_what, rule, wrong) => {
  expect(rules(wrong).map(([found]) => found)).toContain(rule);
});

function fileOf(): FormField {
  return { ...FIELD_KINDS.find(({ code }) => code === 'file')!.make(), title: '照片' };
}

function personParts() {
  return FIELD_KINDS.find(({ code }) => code === 'person')!.make().properties;
}

function tableOf(): FormField {
  return FIELD_KINDS.find(({ code }) => code === 'table')!.make();
}

it('says where', () => {
  const table = { ...tableOf(), title: '成员' };
  table.items!.properties = { 'no-name': { type: 'string' } };
  expect(rules(form({ members: table }))).toEqual([
    ['field-name', 'members.no-name'],
    ['field-title', 'members.no-name'],
    ['required-unknown', 'members'],
  ]);
});

it.each<[string | null, unknown]>([
  [null, form({ it: text() })],
  ['', []],
  ['$ref', { $ref: '#' }],
  ['title', { title: 5 }],
  ['properties', { properties: { a: { type: 5 } } }],
  ['oneOf', { oneOf: [{ const: {} }] }],
  ['minLength', { minLength: -1 }],
])('knows what is no form by the word %s', (word, value) => {
  expect(strayWord(value)).toBe(word);
});

it('knows how a form may look', () => {
  expect(strayLook({ 'ui:order': ['a'], a: { 'ui:widget': 'textarea' } })).toBeNull();
  expect(strayLook({ a: { 'ui:field': 'x' } })).toBe('ui:field');
  expect(strayLook({ a: 'x' })).toBe('a');
  const part = { title: '经营场所', titleEn: 'Premises', from: 'a' };
  expect(strayLook({ 'ui:sections': [part] })).toBeNull();
  for (const stray of [{ ...part, more: 1 }, { title: '经营场所' }, 'a'])
    expect(strayLook({ 'ui:sections': [stray] })).toBe('ui:sections');
});

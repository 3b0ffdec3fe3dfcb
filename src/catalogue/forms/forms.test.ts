import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { fieldsOf, type FormField } from '../../../bpmn/forms/index.js';
import { lintForm, strayLook, strayWord } from '../../../bpmn/forms/lint/index.js';
import { compileForm } from './compile.js';
import { formFaults } from './faults.js';

const FORMS = new URL('../../../bpmn/processes/forms/', import.meta.url);
const read = (address: URL): unknown => JSON.parse(readFileSync(address, 'utf8'));

interface Shape {
  additionalProperties?: boolean;
}
const { components } = read(new URL('../../../web/openapi.json', import.meta.url)) as {
  components: { schemas: { FormFieldDto: Shape; FormChoiceDto: Shape } };
};
const { FormFieldDto, FormChoiceDto } = components.schemas;
FormFieldDto.additionalProperties = false;
FormChoiceDto.additionalProperties = false;

const ajv = new Ajv({ strict: false, schemas: { api: { components } } });
const isForm = ajv.compile({ $ref: 'api#/components/schemas/FormFieldDto' });

it.each(readdirSync(FORMS).filter((name) => name.endsWith('.schema.json')))(
  '%s is written in the words that the interface declares',
  (name) => {
    isForm(read(new URL(name, FORMS)));
    expect(isForm.errors ?? []).toEqual([]);
  },
);

it.each(readdirSync(FORMS).filter((name) => name.endsWith('.schema.json')))(
  '%s could be published by a city too',
  (name) => {
    const schema = read(new URL(name, FORMS)) as FormField;
    expect(strayWord(schema)).toBeNull();
    expect(lintForm(schema)).toEqual([]);
  },
);

it.each(readdirSync(FORMS).filter((name) => name.endsWith('.schema.json')))(
  '%s says of each of its days when it may be',
  (name) => {
    const days = Object.values(fieldsOf(read(new URL(name, FORMS)) as FormField)).filter(
      ({ format }) => format === 'date',
    );
    expect(days.filter((day) => !(day['x-earliest'] ?? day['x-latest']))).toEqual([]);
  },
);

it.each(readdirSync(FORMS).filter((name) => name.endsWith('.ui.json')))(
  '%s is written in the words of looks',
  (name) => expect(strayLook(read(new URL(name, FORMS)))).toBeNull(),
);

const NOON = Date.parse('2026-11-30T12:00:00+08:00');

const permit: FormField = {
  title: '申请表',
  type: 'object',
  required: ['area', 'depth', 'from', 'price'],
  properties: {
    area: { type: 'number', title: '面积' },
    depth: { type: 'number', title: '深度', 'x-shown': 'area > 80' },
    from: {
      ...{ type: 'string', title: '开始日期', format: 'date' },
      ...{ 'x-earliest': 'today', 'x-latest': 'today+1y' },
    },
    price: { type: 'number', title: '金额', multipleOf: 0.01 },
    owner: { type: 'string', title: '业主', maxLength: 50 },
    members: {
      ...{ type: 'array', title: '成员' },
      items: {
        type: 'object',
        properties: {
          born: { type: 'string', title: '出生', format: 'date', 'x-latest': 'today' },
        },
      },
    },
  },
};

describe('an answer', () => {
  const form = {
    id: 'permit',
    version: 1,
    schema: permit,
    uiSchema: {},
    validate: compileForm({ schema: permit }),
  };
  const faults = (data: unknown) =>
    formFaults(form, data, NOON).map(({ field, message }) => `${field} ${message}`);
  const right = { area: 10, from: '2026-11-30', price: 19.99 };

  it.each([[right], [{ ...right, area: 100, depth: 2 }], [{ ...right, price: 1234567.29 }]])(
    'is right by what is asked: %j',
    (data) => expect(faults(data)).toEqual([]),
  );

  it.each([
    ['/depth 深度：必须填写', { ...right, area: 100 }],
    ['/depth 深度：所填情形下不用填写，请去掉', { ...right, depth: 2 }],
    ['/from 开始日期：不能早于 2026-11-30', { ...right, from: '2026-11-29' }],
    ['/from 开始日期：不能晚于 2027-11-30', { ...right, from: '2027-12-01' }],
    [
      '/members/1/born 出生：不能晚于 2026-11-30',
      { ...right, members: [{}, { born: '2026-12-01' }] },
    ],
    [expect.stringContaining('/price 金额：'), { ...right, price: 1.001 }],
    ['/owner 业主：不能有表情图案和看不见的控制字符，请用文字填写', { ...right, owner: '张😀' }],
    ['/depth 深度：必须填写', { ...right, area: 100, depth: '  ' }],
  ])('is told: %s', (fault, data) => expect(faults(data)).toEqual([fault]));

  it('is nothing but an object', () => expect(faults([])).toHaveLength(1));
});

it('looks for a pattern in time that grows with the answer only', () => {
  const validate = compileForm({
    schema: { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } },
  });
  const start = performance.now();
  expect(validate({ a: `${'a'.repeat(5000)}b` })).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

it('keeps no form that nobody holds any more', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Compiled in a call of its own, whose end leaves nothing of it on the stack; V8 itself, when it
  // optimizes, may hold it a moment longer.
  const compiled = () => new WeakRef(compileForm({ schema: { ...permit, title: '草稿' } }));
  const held = compiled();
  for (let tries = 0; tries < 20 && held.deref(); tries += 1) {
    await pause(10);
    collect();
  }
  expect(held.deref()).toBeUndefined();
});

it('is refused where it is no schema', () => {
  const strange = { properties: { area: { type: 'acres' } } } as never;
  expect(() => compileForm({ schema: strange })).toThrow('data/properties/area/type');
});

it('holds each field to its own pattern', () => {
  const text = (pattern: string) => ({ type: 'string' as const, pattern });
  const validate = compileForm({
    schema: { type: 'object', properties: { road: text('^G[0-9]+$'), stake: text('^K[0-9]+$') } },
  });
  expect(validate({ road: 'G202', stake: 'K1500' })).toBe(true);
  expect(validate({ road: 'K1500', stake: 'G202' })).toBe(false);
  expect(validate.errors).toHaveLength(2);
});

it('knows a word that is not declared', () => {
  expect(isForm({ properties: { name: { typ: 'string' } } })).toBe(false);
});

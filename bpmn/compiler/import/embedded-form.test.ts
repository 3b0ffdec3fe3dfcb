import fc from 'fast-check';
import { schemaOfForm } from './embedded-form.js';

const parsed = (form: unknown): unknown => JSON.parse(schemaOfForm(JSON.stringify(form)) ?? 'null');

describe('a form of Camunda 8', () => {
  it('becomes a JSON Schema, groups and all', () => {
    const components = [
      { key: 'name', label: '姓名', type: 'textfield', validate: { required: true } },
      { type: 'group', components: [{ key: 'paid', type: 'checkbox' }] },
      { key: 'sex', type: 'radio', values: [{ label: '男', value: 'm' }, { value: 'f' }] },
      { key: 'odd', type: 'constructor' },
    ];
    expect(parsed({ components })).toEqual({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', title: '姓名' },
        paid: { type: 'boolean', title: 'paid' },
        sex: {
          type: 'string',
          title: 'sex',
          oneOf: [
            { const: 'm', title: '男' },
            { const: 'f', title: 'f' },
          ],
        },
        odd: { type: 'string', title: 'odd' },
      },
    });
  });

  it('of another shape has no fields', () => {
    const empty = { type: 'object', required: [], properties: {} };
    for (const form of [null, 5, 'x', [], {}, { components: 5 }, { components: [null, 1, [], ''] }])
      expect(parsed(form)).toEqual(empty);
  });

  it('that is no JSON, or nested without end, is none', () => {
    expect(schemaOfForm('{')).toBeUndefined();
    const deep = '{"components":['.repeat(50_000) + ']}'.repeat(50_000);
    expect(schemaOfForm(deep)).toBeUndefined();
  });

  it('never throws, whatever it holds', () => {
    const keys = ['components', 'key', 'label', 'type', 'values', 'value', 'validate', 'required'];
    const { form } = fc.letrec((again) => ({
      form: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, 5, true, '', 'x', '__proto__', 'toString'),
        fc.array(again('form'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...keys, '__proto__'), again('form')),
      ),
    }));
    fc.assert(
      fc.property(form, (value) => {
        expect(schemaOfForm(JSON.stringify(value))).toContain('"type":"object"');
      }),
    );
  });
});

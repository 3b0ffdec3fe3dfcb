import { choicesOf, fieldsOf, FORMATS, titlesOf, type FormField } from './index.js';

const form: FormField = {
  title: '申请表',
  properties: {
    kind: { title: '类别', oneOf: [{ const: 'a', title: '甲' }, { const: 'b' }] },
    size: { enum: ['s', 'l'], enumNames: ['小', '大'] },
    free: { title: '说明' },
  },
  allOf: [{ then: { properties: { depth: { title: '深度' } } } }],
  else: { properties: { reason: { title: '原因' }, free: { title: '另一处' } } },
};

it('lists the fields always asked first, then those that some answers bring up', () => {
  expect(Object.keys(fieldsOf(form))).toEqual(['kind', 'size', 'free', 'depth', 'reason']);
  expect(fieldsOf(null)).toEqual({});
});

it('calls a field by its title, else by its name', () => {
  expect(titlesOf(form)).toEqual({
    ...{ kind: '类别', size: 'size', free: '说明', depth: '深度', reason: '原因' },
  });
});

it('knows what may be chosen, and what each choice is called', () => {
  expect(choicesOf(form.properties!.kind!)).toEqual([
    { value: 'a', label: '甲' },
    { value: 'b', label: 'b' },
  ]);
  expect(choicesOf(form.properties!.size!)).toEqual([
    { value: 's', label: '小' },
    { value: 'l', label: '大' },
  ]);
  expect(choicesOf(form.properties!.free!)).toBeUndefined();
});

it.each([
  ['id-number', '11010519491231002X', true],
  ['id-number', '110105194912310021', false],
  // Its check digit is right, its month is not.
  ['id-number', '110105194913310021', false],
  ['credit-code', '91350100M000100Y43', true],
  ['credit-code', '91350100M000100Y44', false],
  ['phone', '13800000000', true],
  ['phone', '0412-5555555', true],
  ['phone', '12345', false],
])('%s of “%s” is %s', (format, text, holds) => {
  expect(FORMATS[format]!(text)).toBe(holds);
});

import {
  boundDay,
  choicesOf,
  fieldsOf,
  FORMATS,
  outOfBounds,
  strayDays,
  strayInCorrection,
  titlesOf,
  type FormField,
} from './index.js';

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
  ['bank-card', '6222021234567890128', true],
  ['bank-card', '6222021234567890129', false],
  ['bank-card', '622202', false],
  ['phone', '13800000000', true],
  ['phone', '0412-5555555', true],
  ['phone', '12345', false],
])('%s of “%s” is %s', (format, text, holds) => {
  expect(FORMATS[format]!(text)).toBe(holds);
});

it.each([
  ['2026-02-01', '2026-02-01'],
  ['today', '2026-03-31'],
  ['today+1d', '2026-04-01'],
  ['today-1m', '2026-02-28'],
  ['today-18y', '2008-03-31'],
  ['2026-13-01', null],
  ['tomorrow', null],
  ['today+1w', null],
  ['start', '2026-05-31'],
  ['start+1m', '2026-06-30'],
  ['end', null],
])('reads the bound %s as %s', (bound, day) => {
  expect(boundDay(bound, '2026-03-31', { start: '2026-05-31', end: 'soon' })).toBe(day);
});

it('knows a day that misses its bounds', () => {
  const field = { format: 'date', 'x-earliest': 'today-1y', 'x-latest': 'today' };
  const out = (day: unknown) => outOfBounds(field, day, '2026-03-31');
  expect(out('2026-03-31')).toBeUndefined();
  expect(out('2026-04-01')).toEqual({ bound: 'latest', day: '2026-03-31' });
  expect(out('2025-03-30')).toEqual({ bound: 'earliest', day: '2025-03-31' });
  expect(out(undefined)).toBeUndefined();
});

describe('a day that cannot be is found', () => {
  const day = (more: FormField): FormField => ({ type: 'string', format: 'date', ...more });
  const lasting: FormField = {
    properties: {
      from: day({ title: '开始', 'x-earliest': 'today' }),
      to: day({ title: '结束', 'x-earliest': 'from', 'x-latest': 'from+1y' }),
    },
  };
  const closed: FormField = {
    if: { properties: { closes: { const: true } } },
    then: { properties: { until: day({ 'x-earliest': 'today' }) } },
  };
  const form: FormField = {
    properties: { ...lasting.properties, works: { type: 'array', items: lasting } },
    allOf: [closed],
  };
  const stray = (answers: Record<string, unknown>) =>
    strayDays(form, answers, '2026-03-31', (_if, { closes }) => closes === true).map(
      ({ path, bound, day: limit, ofTitle }) => [path.join('/'), bound, limit, ofTitle],
    );

  it.each<[string, Record<string, unknown>, unknown[]]>([
    ['right ones', { from: '2026-03-31', to: '2027-03-31' }, []],
    ['an end with no beginning', { to: '2020-01-01' }, []],
    [
      'an end before the beginning',
      { from: '2026-04-02', to: '2026-04-01' },
      [['to', 'earliest', '2026-04-02', '开始']],
    ],
    [
      'an end too long after it',
      { from: '2026-04-02', to: '2099-01-01' },
      [['to', 'latest', '2027-04-02', '开始']],
    ],
    [
      'a beginning that is past',
      { from: '2026-03-30' },
      [['from', 'earliest', '2026-03-31', undefined]],
    ],
    [
      'one in a row of a table, by that row',
      { from: '2026-03-31', works: [{}, { from: '2026-05-02', to: '2026-05-01' }] },
      [['works/1/to', 'earliest', '2026-05-02', '开始']],
    ],
    [
      'one that an answer brings up',
      { closes: true, until: '2026-03-30' },
      [['until', 'earliest', '2026-03-31', undefined]],
    ],
    ['none that no answer brings up', { until: '2026-03-30' }, []],
  ])('%s', (_what, answers, found) => expect(stray(answers)).toEqual(found));

  it.each<[string, Record<string, unknown>, string[]]>([
    ['of what stays as it was handed in', { purpose: '施工' }, []],
    ['of what is changed', { from: '2026-03-20' }, ['from']],
    ['of a table that is changed', { works: [{ from: '2026-03-01' }] }, ['works/0/from']],
    ['of what stays beside what is changed', { from: '2026-06-01' }, ['to']],
  ])('in a correction: %s', (_, corrected, found) => {
    const before = { from: '2026-03-29', to: '2026-05-01', works: [{ from: '2026-03-02' }] };
    const answers = { ...before, ...corrected };
    const strays = strayInCorrection(form, { before, answers }, '2026-03-31', () => false);
    expect(strays.map(({ path }) => path.join('/'))).toEqual(found);
  });
});

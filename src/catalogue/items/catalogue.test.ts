import { readFileSync } from 'node:fs';
import type { FormField } from '../../../bpmn/forms/index.js';
import { fieldProblems } from '../forms/index.js';
import { partsOf } from './keeping/parts.js';
import { implementationFault, ITEM_RULES } from './rules/index.js';
import { itemTypeName } from '../../../workflows/item-types/index.js';
import {
  demonstrationItems,
  type Fee,
  feesDue,
  neededMaterials,
  selectedChildren,
  validateItem,
  type ItemDefinition,
} from './index.js';

const items = demonstrationItems();
const find = (code: string) => items.find((item) => item.code === code)!;
const restaurant = find('210199001000');
const roadOccupation = find('210117001000');

// Any JSON that claims to be an item.
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;
const NO_CONDITIONS = { conditions: [], consequences: ['撤销'], check: '20wd' };
const ODD_QUESTION = {
  id: 'area',
  question: '面积',
  options: [
    { value: {}, label: '大' },
    { value: 1, label: '小' },
  ],
};

/** A copy of a good item with something changed. */
function changed(item: ItemDefinition, change: (copy: ItemDefinition) => unknown): ItemDefinition {
  const copy = structuredClone(item);
  change(copy);
  return copy;
}
const messages = (item: ItemDefinition) =>
  validateItem(item)
    .map(({ message }) => message)
    .join();

test.each(items.map((item) => [item.name, item] as const))('“%s” may be published', (_, item) => {
  expect(validateItem(item)).toEqual([]);
});

const formOf = ({ form }: ItemDefinition) => {
  const file = new URL(`../../../bpmn/processes/forms/${form}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as FormField;
};

test.each(items.map((item) => [item.name, item] as const))(
  '“%s” takes fields that its form has, and none of a person with its process',
  (_, item) => expect(fieldProblems(item, formOf(item))).toEqual([]),
);

test.each<[string, string, string, (copy: Loose) => unknown]>([
  [
    'field-not-in-form',
    '/processVariables/0',
    'no field',
    (copy) => (copy.processVariables = ['no']),
  ],
  [
    ...(['field-not-in-form', '/materials/0/when', 'a condition on none'] as const),
    (copy) => (copy.materials[0].when = '= form.no > 5'),
  ],
  [
    ...(['personal-field-travels', '/processVariables/0', 'what the item calls personal'] as const),
    (copy) => (copy.processVariables = ['operatorName']),
  ],
  [
    ...(['personal-field-travels', '/processVariables/0', 'a number of a person'] as const),
    (copy) => Object.assign(copy, { processVariables: ['idNumber'], personal: [] }),
  ],
])('%s at %s: %s', (rule, path, _what, change) => {
  const item = changed(roadOccupation, change);
  expect(fieldProblems(item, formOf(item))).toMatchObject([{ rule, path }]);
});

test('two articles of one law are two things to compare', () => {
  const [basis] = roadOccupation.legalBasis;
  const bases = ['第十二条', '第三十四条', '第三十四条'].map((article) => ({
    ...basis!,
    ...{ law: '行政许可法', article, text: '…' },
  }));
  const parts = partsOf({ ...roadOccupation, legalBasis: bases });
  const places = [...parts.keys()].filter((place) => place.endsWith('/text'));
  expect(places.filter((place) => place.startsWith('/legalBasis'))).toHaveLength(3);
});

const DECIDED_PERMITS = items.filter(
  // A matter decides nothing itself: its parts do.
  ({ type, kind }) => itemTypeName(type) === '行政许可' && kind !== 'one-stop',
);

test.each(DECIDED_PERMITS.map(({ name, separateHands }) => [name, separateHands]))(
  '“%s” is decided by somebody else than who accepted it',
  (_, separateHands) => {
    expect(separateHands).toBe(true);
  },
);

/** Each rule: a change of a good item that breaks it, and the place where that is told. */
const BREAKS: Record<string, [of: ItemDefinition, change: (copy: Loose) => unknown, at: string]> = {
  'code-of-other-region': [roadOccupation, (copy) => (copy.code = '370117001000'), '/code'],
  'code-of-other-type': [roadOccupation, (copy) => (copy.code = '210517001000'), '/code'],
  'national-code-form': [roadOccupation, (copy) => (copy.nationalCode = '0001'), '/nationalCode'],
  'implementation-code': [roadOccupation, (copy) => (copy.localCode = '1'), '/localCode'],
  'no-basis': [roadOccupation, (copy) => (copy.legalBasis = []), '/legalBasis'],
  'city-set-without-city-basis': [roadOccupation, (copy) => (copy.setBy = 'city'), '/legalBasis'],
  'normative-document-founds-power': [
    roadOccupation,
    ({ legalBasis }) => legalBasis.forEach((one: Loose) => (one.rank = 'normative-document')),
    '/legalBasis',
  ],
  'joint-department-leads': [roadOccupation, (copy) => (copy.joint = [copy.lead]), '/joint/0'],
  'promised-in-other-days': [
    roadOccupation,
    ({ limits }) => (limits.promised.unit = 'd'),
    '/limits/promised',
  ],
  'promised-over-statutory': [
    roadOccupation,
    ({ limits }) => (limits.promised.days = 21),
    '/limits/promised',
  ],
  'immediate-takes-days': [
    roadOccupation,
    (copy) => (copy.caseKind = 'immediate'),
    '/limits/promised',
  ],
  'at-once-but-not-immediate': [
    roadOccupation,
    ({ limits }) => (limits.promised.days = 0),
    '/caseKind',
  ],
  'vague-material': [
    roadOccupation,
    ({ materials }) => (materials[2].name = '其他材料'),
    '/materials/2/name',
  ],
  'material-code-repeated': [
    roadOccupation,
    ({ materials }) => (materials[1].code = materials[2].code),
    '/materials',
  ],
  'material-of-no-part': [
    restaurant,
    ({ materials }) => (materials[0].child = 'Z'),
    '/materials/0/child',
  ],
  'issued-by-government': [
    roadOccupation,
    ({ materials }) => Object.assign(materials[2], { name: '规划许可证', source: 'government' }),
    '/materials/2/heldAs',
  ],
  'shared-data-asked-for': [
    roadOccupation,
    ({ materials }) => Object.assign(materials[2], { name: '经营者身份证复印件' }),
    '/materials/2/heldAs',
  ],
  'shared-data-unknown': [
    roadOccupation,
    ({ materials }) => (materials[2].heldAs = 'tea-leaves'),
    '/materials/2/heldAs',
  ],
  'application-without-blank': [
    roadOccupation,
    ({ materials }) => Object.assign(materials[2], { kind: 'application' }),
    '/materials/2/blank',
  ],
  'fee-not-paid-online': [
    roadOccupation,
    ({ guide }) => delete guide.payOnline,
    '/guide/payOnline',
  ],
  'fee-rule-unreadable': [
    roadOccupation,
    ({ fees }) => (fees[0]!.quantity = 'area *'),
    '/fees/0/quantity',
  ],
  'fee-without-rule': [roadOccupation, ({ fees }) => delete fees[0]!.quantity, '/fees/0/quantity'],
  'payment-without-fee': [roadOccupation, (copy) => (copy.fees = []), '/guide/payOnline'],
  'licence-of-no-kind': [
    roadOccupation,
    ({ result }) => delete result.licenceType,
    '/result/licenceType',
  ],
  'result-without-sample': [roadOccupation, ({ result }) => delete result.sample, '/result/sample'],
  'no-result-but-sample': [
    roadOccupation,
    ({ result }) => (result.kind = 'none'),
    '/result/sample',
  ],
  'single-with-parts': [
    roadOccupation,
    (copy) => (copy.children = restaurant.children),
    '/children',
  ],
  'matter-without-parts': [
    restaurant,
    (copy) => Object.assign(copy, { children: [], materials: [] }),
    '/children',
  ],
  'exercise-for-the-public': [roadOccupation, (copy) => (copy.exercise = true), '/exercise'],
  'matter-with-limit': [
    restaurant,
    ({ limits }) => (limits.statutory = { days: 20, unit: 'wd' }),
    '/limits/statutory',
  ],
  'part-key-repeated': [
    restaurant,
    ({ children }) => (children[0].key = children[1].key),
    '/children',
  ],
  'condition-unreadable': [
    restaurant,
    ({ materials }) => (materials[3].when = 'form.area >'),
    '/materials/3/when',
  ],
  'question-without-choice': [
    roadOccupation,
    ({ situation }) => (situation[0].options = [{ value: true, label: '是' }]),
    '/situation/0/options',
  ],
  'gaps-at-once': [
    find('210125001000'),
    (copy) => Object.assign(copy, { caseKind: 'immediate' }),
    '/ways/gaps',
  ],
  'gaps-without-material': [
    roadOccupation,
    (copy) => (copy.ways = { gaps: { within: '10wd' } }),
    '/ways/gaps',
  ],
  'no-questions': [roadOccupation, ({ guide }) => (guide.faq = []), '/guide/faq'],
  'one-line-for-both': [
    roadOccupation,
    ({ guide }) => (guide.complaints = guide.phone),
    '/guide/complaints',
  ],
  'visits-without-reason': [
    roadOccupation,
    ({ guide }) => Object.assign(guide, { visits: 1, fullyOnline: false }),
    '/guide/visitsReason',
  ],
  'online-but-visits': [
    roadOccupation,
    ({ guide }) => Object.assign(guide, { visits: 1, visitsReason: '核对原件' }),
    '/guide/visits',
  ],
  'online-but-shallow': [
    roadOccupation,
    ({ guide }) => (guide.onlineDepth = 3),
    '/guide/onlineDepth',
  ],
  'translation-of-nothing': [
    roadOccupation,
    (copy) => (copy.english = [{ chinese: '没有说过的话', english: 'Never said' }]),
    '/english/0',
  ],
  'translated-twice': [
    roadOccupation,
    (copy) => (copy.english = ['A', 'B'].map((english) => ({ chinese: copy.name, english }))),
    '/english',
  ],
  'guide-incomplete': [roadOccupation, ({ guide }) => delete guide.hours, '/guide/hours'],
};

test('who accepts a permit of the demonstration never decides it', () => {
  const permits = items.filter(({ type, kind }) => type === '01' && kind === 'single');
  expect(permits.length).toBeGreaterThan(0);
  expect(permits.filter(({ separateHands }) => !separateHands)).toEqual([]);
});

describe('what a city would refuse', () => {
  test('is said by rules that are all tried here', () => {
    expect(ITEM_RULES.map(({ code }) => code).sort()).toEqual(Object.keys(BREAKS).sort());
  });

  test.each(Object.entries(BREAKS))('%s', (code, [of, change, at]) => {
    expect(validateItem(of).filter(({ rule }) => rule === code)).toEqual([]);
    const problems = validateItem(changed(of, change)).filter(({ rule }) => rule === code);
    expect(problems.map(({ path }) => path)).toContain(at);
    for (const { message, messageInEnglish } of problems) {
      expect(message).toMatch(/[\u4e00-\u9fff].*[。”]$/s);
      expect(messageInEnglish).toMatch(/^[A-Z“].*\.$/);
    }
  });

  test.each(['其他材料', '相关证明', '申请书等材料'])('“%s” as a material', (name) => {
    const item = changed(roadOccupation, ({ materials }) => (materials[0]!.name = name));
    expect(messages(item)).toContain(`材料“${name}”含糊`);
  });

  test('a fee without its basis, and a fee of nothing', () => {
    const noBasis = changed(roadOccupation, ({ fees }) => (fees[0]!.basis = ''));
    const nothing = changed(roadOccupation, ({ fees }) => (fees[0]!.amountCents = 0));
    expect(validateItem(noBasis)[0]?.path).toBe('/fees/0/basis');
    expect(validateItem(nothing)[0]?.path).toBe('/fees/0/amountCents');
  });

  test.each<[string, (copy: Loose) => unknown]>([
    ['/name', (copy) => (copy.name = '')],
    ['/level', (copy) => (copy.level = 'galaxy')],
    ['/lead', (copy) => delete copy.lead],
    ['/lead/line', (copy) => (copy.lead.line = 'Market')],
    ['/limits/promised/days', (copy) => (copy.limits.promised.days = 1.5)],
    ['/limits/unheard', (copy) => (copy.limits.unheard = { days: 1, unit: 'wd' })],
    ['/materials/0/need', (copy) => (copy.materials[0].need = 'perhaps')],
    ['/clock/warn', (copy) => (copy.clock = { warn: -1 })],
    ['/clock/pauses', (copy) => (copy.clock = { pauses: ['Not a slug'] })],
    ['/clock/periods', (copy) => (copy.clock = { periods: { hearing: 'soon' } })],
    ['/ways/promise/conditions', (copy) => (copy.ways = { promise: NO_CONDITIONS })],
    ['/situation/0/options/0/value', (copy) => (copy.situation = [ODD_QUESTION])],
    ['/guide/visits', (copy) => (copy.guide.visits = '1')],
    ['/result/renewal/term', (copy) => (copy.result.renewal = { term: '5 years' })],
    ['/colour', (copy) => (copy.colour = 'red')],
  ])('what is not of its shape at %s', (path, change) => {
    const item = changed(roadOccupation, change);
    expect(validateItem(item).map((one) => one.path)).toEqual([path]);
    expect(messages(item)).not.toContain('不符合要求');
  });
});

describe('implementation codes', () => {
  test.each([
    ['11370800MB285591843370117002011', '370117002011'],
    ['112113823188661890421010013100200901', null],
  ])('%s', (text, code) => {
    const fault = implementationFault(text, code ?? '210100131002');
    if (code) expect(fault).toBeNull();
    else expect(fault?.zh).toContain('31 位');
  });

  test('are made of the body, its level and the basic code', () => {
    const code = '11370800MB285591843370117002011';
    expect(
      implementationFault('11370800MB28559185' + '3370117002011', '370117002011')?.zh,
    ).toContain('校验');
    expect(implementationFault(code, '370117002012')?.zh).toContain('370117002012');
  });
});

describe('the situation', () => {
  const form = { area: 180, hasSign: true, occupiesRoad: false, premises: 'rent' };

  test('a large restaurant on a corner needs the food licence, the fire check and the sign', () => {
    expect(selectedChildren(restaurant, form)).toEqual({
      A: true,
      A2: false,
      B: true,
      C: true,
      D: false,
      E: false,
    });
  });

  test('a small one needs the small catering licence instead', () => {
    const selected = selectedChildren(restaurant, { ...form, area: 80 });
    expect(selected).toMatchObject({ A: false, A2: true });
  });

  test('materials follow the items selected and the answers given', () => {
    const codes = neededMaterials(restaurant, form).map(({ code }) => code);
    expect(codes).toContain('business-licence');
    expect(codes).toContain('lease');
    expect(codes).not.toContain('property');
    const children = neededMaterials(restaurant, form).map(({ child }) => child);
    expect(children).not.toContain('D');
    expect(children).not.toContain('E');
  });

  test('an empty form selects nothing that depends on it', () => {
    expect(selectedChildren(restaurant, {})).toMatchObject({ A: false, A2: false, B: true });
  });
});

test('a fee by a unit that no rule counts is not told as the price of one', () => {
  const { fees } = roadOccupation;
  const { quantity: _, ...counted } = fees[0]!;
  expect(feesDue({ fees: [counted] }, {})).toEqual([]);
  expect(feesDue({ fees: [{ name: '工本费', amountCents: 500 } as Fee] }, {})).toEqual([
    { fee: '工本费', amountCents: 500 },
  ]);
});

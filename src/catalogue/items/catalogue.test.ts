import { itemTypeName } from '../../../workflows/item-types/index.js';
import {
  demonstrationItems,
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
// eslint-disable-next-line @typescript-eslint/no-explicit-any
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

describe('what a city would refuse', () => {
  test('a promise longer than the law allows', () => {
    const item = changed(roadOccupation, ({ limits }) => (limits.promised!.days = 21));
    expect(validateItem(item)).toEqual([
      { path: '/limits/promised', message: '承诺时限超过法定时限，请缩短。' },
    ]);
  });

  test('a promise counted in other days than the statutory limit', () => {
    const item = changed(roadOccupation, ({ limits }) => (limits.promised!.unit = 'd'));
    expect(messages(item)).toContain('单位不同');
  });

  test('a fee without its basis, and a fee of nothing', () => {
    const noBasis = changed(roadOccupation, ({ fees }) => (fees[0]!.basis = ''));
    const nothing = changed(roadOccupation, ({ fees }) => (fees[0]!.amountCents = 0));
    expect(validateItem(noBasis)[0]?.path).toBe('/fees/0/basis');
    expect(validateItem(nothing)[0]?.path).toBe('/fees/0/amountCents');
  });

  test.each(['其他材料', '相关证明', '申请书等材料'])('“%s” as a material', (name) => {
    const item = changed(roadOccupation, ({ materials }) => (materials[0]!.name = name));
    expect(messages(item)).toContain(`材料“${name}”含糊`);
  });

  test('a required paper the government issued itself and could fetch', () => {
    const item = changed(restaurant, ({ materials }) => delete materials[0]!.heldAs);
    expect(messages(item)).toContain('由政府核发');
  });

  test('a one-stop matter without items, or with a statutory limit of its own', () => {
    const item = changed(restaurant, (copy) => {
      copy.children = [];
      copy.materials = [];
      copy.limits.statutory = { days: 20, unit: 'wd' };
    });
    expect(messages(item)).toMatch(/至少要包含一个事项.*没有自己的法定时限/);
  });

  test('a material of a child that is not there, a repeated code, a condition that cannot be read', () => {
    const item = changed(restaurant, ({ materials }) => {
      materials[0]!.child = 'Z';
      materials[1]!.code = materials[2]!.code;
      materials[3]!.when = 'form.area >';
    });
    expect(messages(item)).toMatch(/重复.*子事项 Z 不存在.*FEEL/);
  });

  test('a permit without a frequent question, one line for advice and complaints, visits without a reason', () => {
    const item = changed(roadOccupation, ({ guide }) => {
      guide.faq = [];
      guide.complaints = guide.phone;
      guide.visits = 1;
    });
    expect(messages(item)).toMatch(/常见问题.*不能相同.*原因/);
  });

  test('a licence of no kind, and a question with one answer', () => {
    const item = changed(restaurant, ({ result, situation }) => {
      result.kind = 'licence';
      delete result.licenceType;
      delete situation![0]!.input;
      situation![0]!.options = [{ value: true, label: '是' }];
    });
    expect(validateItem(item).map(({ path }) => path)).toEqual([
      '/result/licenceType',
      '/situation/0/options',
    ]);
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

import fc from 'fast-check';
import { Budget, evaluate } from './index.js';
import { EDITION, FORMER_EDITION, type Edition } from './edition.js';
import { LIMITS } from './limits.js';
import { DEAR, LARGE, VARIABLES } from './testing/dear.js';
import { FORMERLY } from './testing/formerly.js';
import { UNBOUNDED } from './testing/unbounded.js';
import { NOON } from './testing/values.js';

/** So small that what is not counted at all shows soon. */
const FEW = { operations: 5_000, elements: 500, text: 5_000, depth: 40 };

it.each(UNBOUNDED)('%s is over a small budget', (expression) => {
  const budget = new Budget(FEW);
  expect(evaluate(expression, {}, NOON, { budget })).toMatchObject({
    ok: false,
    code: 'expression-too-costly',
  });
});

describe('what takes long costs more', () => {
  it.each(DEAR)('$expression ends before $elements elements', ({ expression, elements }) => {
    const budget = new Budget({ operations: 100_000 });
    expect(evaluate(expression, VARIABLES, NOON, { budget })).toMatchObject({
      ok: false,
      code: 'expression-too-costly',
    });
    expect(budget.spent.elements).toBeLessThan(elements);
  });

  it.each(LARGE)('%s does not leave', (expression) => {
    const result = evaluate(expression, VARIABLES, NOON);
    expect(result).toMatchObject({ ok: false, code: 'expression-too-costly' });
  });

  it('is not made before it is counted', () => {
    const many = (text: string, times: number) => Array.from({ length: times }, () => text);
    for (const expression of [
      `concatenate(${many('list', 5_000).join(', ')})`,
      `replace(runs, "a+", "${many('$0', 10_000).join('')}")`,
    ]) {
      const list = Array.from({ length: 100_000 }, () => 1);
      expect(evaluate(expression, { ...VARIABLES, list }, NOON)).toMatchObject({
        ok: false,
        code: 'expression-too-costly',
      });
    }
  });

  it('finds names with blanks among thousands of keys at once', () => {
    const text = 'count(for x in 1..20000 return wide.key 4999)';
    expect(evaluate(text, VARIABLES, NOON)).toMatchObject({ ok: true, value: 20_000 });
  });

  it('but not at the prices of before', () => {
    const text = 'count(for x in 1..200 return (x + 0.1) ** 0.37)';
    const few = { operations: 10_000 };
    const at = (budget: Budget) => evaluate(text, VARIABLES, NOON, { budget }).ok;
    expect(at(new Budget(few))).toBe(false);
    expect(at(new Budget(few, FORMER_EDITION))).toBe(true);
  });

  it.each(FORMERLY)('%s formerly took %d operations in twenty rounds', (expression, operations) => {
    const much = { operations: 1e9, elements: 1e9, text: 1e9 };
    const budget = new Budget(much, FORMER_EDITION);
    const result = evaluate(`for x in 1..20 return ${expression}`, VARIABLES, NOON, { budget });
    expect([result.ok, budget.spent.operations, budget.spent.result]).toEqual([
      true,
      operations,
      0,
    ]);
  });
});

it('hours that come twice were not told apart in the former edition', () => {
  const text = '@"2021-10-31T02:30:00@Europe/Paris" + duration("PT1H") = @"2021-10-31T01:30:00Z"';
  const at = (edition: Edition) => evaluate(text, {}, NOON, { budget: new Budget({}, edition) });
  expect(at(EDITION)).toMatchObject({ value: true });
  expect(at(FORMER_EDITION)).toMatchObject({ value: false });
});

it('honest expressions are far below', () => {
  const budget = new Budget();
  expect(evaluate('sum(for i in 1..2000 return i)', {}, NOON, { budget })).toMatchObject({
    ok: true,
    value: 2_001_000,
  });
  expect(budget.spent.operations).toBeLessThan(LIMITS.operations / 50);
});

describe('what is spent', () => {
  const cost = (expression: string, context = {}) => {
    const budget = new Budget();
    evaluate(expression, context, NOON, { budget });
    return budget.spent;
  };

  it('is the same every time', () => {
    const text = 'sort(for i in 1..50 return modulo(i * 7919, 53), function(a, b) a < b)[item > 3]';
    expect(cost(text)).toEqual(cost(text));
    expect(cost('matches("aaaa", "a+b")')).toEqual(cost('matches("aaaa", "a+b")'));
  });

  it('adds up in a budget that is shared, and comes back to the same depth', () => {
    const budget = new Budget();
    evaluate('1 + 2', {}, NOON, { budget });
    const { operations } = budget.spent;
    evaluate('1 + 2', {}, NOON, { budget });
    expect(budget.spent.operations).toBe(2 * operations);
    evaluate('{f: function(n) f(n + 1), r: f(1)}.r', {}, NOON, { budget });
    expect(budget.spent.depth).toBe(0);
  });

  it('grows with the work', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const of = (n: number) => cost(`count(for i in 0..${n} return i * i)`);
        expect(of(less).operations).toBeLessThanOrEqual(of(more).operations);
        expect(of(less).elements).toBeLessThanOrEqual(of(more).elements);
      }),
    );
  });

  it('decides by itself whether there is a value', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(4_000), (n, operations) => {
        const text = `sum(for i in 1..${n} return i)`;
        const needed = cost(text).operations;
        const result = evaluate(text, {}, NOON, { budget: new Budget({ operations }) });
        expect(result.ok).toBe(needed <= operations);
      }),
    );
  });
});

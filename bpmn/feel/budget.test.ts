import fc from 'fast-check';
import { Budget, evaluate } from './index.js';
import { LIMITS } from './limits.js';
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

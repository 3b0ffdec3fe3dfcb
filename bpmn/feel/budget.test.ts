import fc from 'fast-check';
import { Budget, evaluate, testUnary } from './index.js';
import { LIMITS } from './limits.js';
import { NOON } from './testing/values.js';

/** Seconds an evaluation may take at most here, also on a busy machine. */
const QUICK = 10_000;

function costly(expression: string, context: Record<string, unknown> = {}) {
  const started = Date.now();
  const result = evaluate(expression, context, NOON);
  expect(Date.now() - started).toBeLessThan(QUICK);
  return result.ok ? 'ok' : result.code;
}

const TOO_COSTLY = 'expression-too-costly';
const doubling = (times: number) =>
  `{${Array.from({ length: times }, (_, at) => (at === 0 ? 's0: "ab"' : `s${at}: s${at - 1} + s${at - 1}`)).join(', ')}}`;

describe('an evaluation without bound ends', () => {
  it.each([
    'count(for i in 1..100000000 return i)',
    'sum(for i in 1..10000 return sum(for j in 1..10000 return j))',
    'some i in 1..100000000 satisfies i < 0',
    'every i in 1..100000, j in 1..100000 satisfies i = i',
    '{f: function(n) f(n + 1), r: f(1)}.r',
    '{f: function(n) if n = 0 then 0 else f(n - 1) + f(n - 1), r: f(60)}.r',
    '{f: function(n) [f(n + 1)], r: f(1)}',
    'sort(for i in 1..2000 return modulo(i * 7919, 2003), function(a, b) sum(for k in 1..100 return k) > 0 and a < b)',
    'count((for i in 1..3000 return i)[count((for j in 1..3000 return j)[item > 1]) > 1])',
    doubling(60),
    'string join(for i in 1..100000 return "0123456789abcdef")',
    'distinct values(for i in 1..100000 return {a: i})',
    'flatten(for i in 1..1000 return for j in 1..1000 return j)',
    'string(for i in 1..190000 return 10 ** 30)',
    'for i in 1..100000000 return count(partial)',
    'count(concatenate(for i in 1..150000 return i, for i in 1..150000 return i))',
  ])('%s', (expression) => {
    expect(costly(expression)).toBe(TOO_COSTLY);
  });

  it.each([
    ['^(a+)+$', 30],
    ['^(a+)+$', 5_000],
    ['(a*)*b', 5_000],
    ['(a|aa)+$', 5_000],
    ['(.*)(.*)(.*)(.*)x', 5_000],
    ['([a-z]+)*[0-9]', 5_000],
  ])('pattern %s over %d characters', (pattern, length) => {
    expect(costly('matches(s, p)', { s: `${'a'.repeat(length)}!`, p: pattern })).toBe('ok');
  });

  it('patterns that repeat too much, or find too often, are stopped or refused', () => {
    expect(costly('matches(s, p)', { s: 'a'.repeat(1_000_000), p: '(a|b){1,200}c' })).toBe(
      TOO_COSTLY,
    );
    expect(costly('replace(s, p, "x")', { s: 'a'.repeat(20_000), p: 'a*?b|a' })).toBe(TOO_COSTLY);
    expect(evaluate('matches("a", p)', { p: '((a{100}){100}){100}' }, NOON)).toMatchObject({
      value: null,
    });
  });

  it('values of 10 MB are gone through, or it ends', () => {
    const big = {
      rows: Array.from({ length: 100_000 }, (_, at) => ({ id: at, text: 'x'.repeat(90) })),
    };
    expect(costly('count(big.rows[id > 99990])', { big })).toBe('ok');
    expect(costly('big = big', { big })).toBe('ok');
    expect(costly('string(big)', { big })).toBe(TOO_COSTLY);
    expect(costly('sort(big.rows.text)', { big })).toBe(TOO_COSTLY);
    expect(costly('matches(s, "^(x+)+$")', { s: 'x'.repeat(10_000_000) })).toBe(TOO_COSTLY);
    const deep = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown;
    expect(costly('deep', { deep })).toBe(TOO_COSTLY);
    expect(costly('deep = deep', { deep })).toBe(TOO_COSTLY);
    expect(costly('flatten(deep)', { deep })).toBe(TOO_COSTLY);
  });

  it('texts of expressions are bounded in length and depth', () => {
    const refused = (expression: string) =>
      expect(evaluate(expression, {}, NOON)).toMatchObject({
        ok: false,
        code: 'expression-failed',
      });
    refused('('.repeat(20_000) + '1' + ')'.repeat(20_000));
    refused('['.repeat(3_000));
    refused(Array.from({ length: 20_000 }, () => '1').join(' + '));
    refused('- '.repeat(10_000) + '1');
    refused('if a then '.repeat(3_000));
    refused('x'.repeat(60_000));
    expect(evaluate(`[${Array.from({ length: 5_000 }, () => '1').join(', ')}]`, {}, NOON).ok).toBe(
      true,
    );
  });
});

it('unary tests have a budget, too', () => {
  expect(testUnary('count(for i in 1..100000000 return i) > ?', 1, {}, NOON)).toMatchObject({
    ok: false,
    code: TOO_COSTLY,
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

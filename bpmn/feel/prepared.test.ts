import { evaluate as feelin } from 'feelin';
import fc from 'fast-check';
import { evaluatePrepared } from './prepared.js';

type Context = Record<string, unknown>;

/** What an evaluation gives, or the reason why it gives nothing. */
function outcome(evaluate: () => { value: unknown; warnings: { message: string }[] } | undefined) {
  try {
    const result = evaluate();
    if (!result) return undefined;
    // functions are compared by what they are called with
    const value = JSON.stringify(result.value ?? null) ?? String(result.value);
    return { value, warnings: result.warnings.map(({ message }) => message) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** @returns whether it was evaluated without reading it anew */
function agrees(expression: string, context: Context): boolean {
  const given = JSON.stringify(context);
  const prepared = outcome(() => evaluatePrepared(expression, context));
  expect(JSON.stringify(context)).toBe(given);
  if (!prepared) return false;
  expect({ expression, context, ...prepared }).toEqual({
    expression,
    context,
    ...outcome(() => feelin(expression, context)),
  });
  return true;
}

const NAMES = ['n', 'b', '受理', '结果', 'number', 'value', 'count', 'now', 'absent'];
/** Names that decide how a text is read. */
const ODD = ['受理 结果', 'n-b', 'and', 'in', 'b.n', '结果 + n', 'item', ' n', 'date', 'n'];

const literal = fc.constantFrom(
  '0',
  '1',
  '2.5',
  '-1',
  '"x"',
  '"受理"',
  '""',
  'true',
  'false',
  'null',
);
const name = fc.constantFrom(...NAMES);
const path = fc.tuple(name, fc.array(name, { maxLength: 2 })).map((p) => p.flat().join('.'));

const expression: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => {
  const any = tie('any');
  const binary = (...operators: string[]) =>
    fc.tuple(any, fc.constantFrom(...operators), any).map((parts) => parts.join(' '));
  return {
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      literal,
      path,
      path,
      binary('=', '!=', '<', '<=', '>', '>='),
      binary('and', 'or'),
      binary('+', '-', '*', '/', '**'),
      any.map((inner) => `(${inner})`),
      any.map((inner) => `not(${inner})`),
      any.map((inner) => `-${inner}`),
      fc.tuple(any, fc.array(any, { maxLength: 3 })).map(([x, xs]) => `${x} in [${xs.join(', ')}]`),
      fc.tuple(any, any, any).map(([a, b, c]) => `if ${a} then ${b} else ${c}`),
      fc.tuple(any, any).map(([x, y]) => `${x}[${y}]`),
      fc.tuple(any, any).map(([x, y]) => `for i in ${x} return ${y}`),
      fc.tuple(any, any).map(([x, y]) => `some i in ${x} satisfies i = ${y}`),
      fc
        .constantFrom('count', 'string', 'sum', 'number', 'string length', 'is defined')
        .chain((f) => any.map((inner) => `${f}(${inner})`)),
      fc.tuple(name, any).map(([key, value]) => `{${key}: ${value}}.${key}`),
    ),
  };
}).any;

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, 0, 1, 2.5, -1, '', 'x', '受理', '2026-03-02'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES, ...ODD), tie('value'), { maxKeys: 4 }),
  ),
}));
const context = fc.dictionary(
  fc.oneof({ weight: 5, arbitrary: name }, { weight: 1, arbitrary: fc.constantFrom(...ODD) }),
  value,
  { maxKeys: 6 },
) as fc.Arbitrary<Context>;

describe('a prepared expression', () => {
  it('gives what feelin gives, with the same warnings, whatever the values are', () => {
    let prepared = 0;
    let runs = 0;
    fc.assert(
      fc.property(expression, fc.array(context, { minLength: 1, maxLength: 3 }), (text, values) => {
        // the second time as the first: nothing of an evaluation is left behind
        for (const each of [...values, ...values]) {
          runs += 1;
          if (agrees(text, each)) prepared += 1;
        }
      }),
      { numRuns: Number(process.env.FEEL_RUNS ?? 150) },
    );
    expect(prepared / runs).toBeGreaterThan(0.3);
  });

  it.each<[string, Context]>([
    ['acceptance.outcome = "accept" and n < 10', { acceptance: { outcome: 'accept' }, n: 3 }],
    ['受理.结果 in ["准予", "不予"]', { 受理: { 结果: '准予' } }],
    ['n < 3', {}],
    ['a.b.c', { a: { b: null } }],
    ['count(xs[x > 1]) + sum(xs.x)', { xs: [{ x: 1 }, { x: 2 }] }],
    ['if x = "2" then duration("P3D") else "x"', { x: 2 }],
    ['toString', { constructor: 1 }],
  ])('is read once: %s', (text, values) => {
    expect(agrees(text, values)).toBe(true);
  });

  it.each<[string, Context]>([
    ['受理 结果 = 1', { '受理 结果': 1 }],
    ['a.b-c', { a: { 'b-c': 1, b: 2 }, c: 3 }],
    ['a and b', { a: 1, b: 2, and: 3 }],
    ['a', { a: new Date(0) }],
    ['n +', { n: 1 }],
  ])('is read anew where its values decide how, or it cannot be read: %s', (text, values) => {
    expect(evaluatePrepared(text, values)).toBeUndefined();
  });
});

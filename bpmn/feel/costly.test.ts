/** The limits as they are in use; `budget.test.ts` has smaller ones, and what is counted. */
import { evaluate, testUnary, type Evaluation } from './index.js';
import { leastTime } from '../testing/processor-time.js';
import { UNBOUNDED } from './testing/unbounded.js';
import { NOON } from './testing/values.js';

/** Processor time that an evaluation may take at most, ms: other work on the machine does not count. */
const QUICK = 10_000;

async function costly(expression: string, context: Record<string, unknown> = {}) {
  let result: Evaluation;
  const work = () => (result = evaluate(expression, context, NOON));
  expect(await leastTime(QUICK, work)).toBeLessThan(QUICK);
  return result!.ok ? 'ok' : result!.code;
}

const TOO_COSTLY = 'expression-too-costly';

describe('an evaluation without bound ends', () => {
  it.each(UNBOUNDED)('%s', async (expression) => {
    expect(await costly(expression)).toBe(TOO_COSTLY);
  });

  it.each([
    ['^(a+)+$', 30],
    ['^(a+)+$', 5_000],
    ['(a*)*b', 5_000],
    ['(a|aa)+$', 5_000],
    ['(.*)(.*)(.*)(.*)x', 5_000],
    ['([a-z]+)*[0-9]', 5_000],
  ])('pattern %s over %d characters', async (pattern, length) => {
    expect(await costly('matches(s, p)', { s: `${'a'.repeat(length)}!`, p: pattern })).toBe('ok');
  });

  it('patterns that repeat too much, or find too often, are stopped or refused', async () => {
    expect(await costly('matches(s, p)', { s: 'a'.repeat(1_000_000), p: '(a|b){1,200}c' })).toBe(
      TOO_COSTLY,
    );
    expect(await costly('replace(s, p, "x")', { s: 'a'.repeat(20_000), p: 'a*?b|a' })).toBe(
      TOO_COSTLY,
    );
    expect(evaluate('matches("a", p)', { p: '((a{100}){100}){100}' }, NOON)).toMatchObject({
      value: null,
    });
  });

  it('values of 10 MB are gone through, or it ends', async () => {
    const big = {
      rows: Array.from({ length: 100_000 }, (_, at) => ({ id: at, text: 'x'.repeat(90) })),
    };
    expect(await costly('count(big.rows[id > 99990])', { big })).toBe('ok');
    expect(await costly('big = big', { big })).toBe('ok');
    expect(await costly('string(big)', { big })).toBe(TOO_COSTLY);
    expect(await costly('sort(big.rows.text)', { big })).toBe(TOO_COSTLY);
    expect(await costly('matches(s, "^(x+)+$")', { s: 'x'.repeat(10_000_000) })).toBe(TOO_COSTLY);
    const deep = JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown;
    expect(await costly('deep', { deep })).toBe(TOO_COSTLY);
    expect(await costly('deep = deep', { deep })).toBe(TOO_COSTLY);
    expect(await costly('flatten(deep)', { deep })).toBe(TOO_COSTLY);
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

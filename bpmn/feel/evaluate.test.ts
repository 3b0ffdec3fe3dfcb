import {
  evaluate,
  parseExpression,
  parseUnaryTests,
  splitTests,
  testUnary,
  entriesOf,
  variablesOf,
  variablesOfTests,
} from './index.js';

const NOON = Date.parse('2026-03-02T12:00:00Z');

describe('FEEL', () => {
  it('takes now and today from the event, in the time of China', () => {
    expect(evaluate('string(now())', {}, NOON)).toMatchObject({
      value: '2026-03-02T20:00:00+08:00',
    });
    expect(evaluate('today()', {}, NOON + 5 * 3_600_000)).toMatchObject({ value: '2026-03-03' });
  });

  it('lets a variable be called now', () => {
    expect(evaluate('now + 1', { now: 1 }, NOON)).toMatchObject({ value: 2 });
  });

  it('understands Chinese names, also with spaces', () => {
    expect(evaluate('受理.结果 = "准予"', { 受理: { 结果: '准予' } }, NOON)).toMatchObject({
      value: true,
    });
    expect(evaluate('受理 结果 = 1', { '受理 结果': 1 }, NOON)).toMatchObject({ value: true });
  });

  it('gives plain JSON only', () => {
    expect(evaluate('{d: duration("P3D"), f: function(x) x, n: 1/0}', {}, NOON)).toMatchObject({
      value: { d: 'P3D', f: null, n: null },
    });
  });

  it('says why a value became null', () => {
    const result = evaluate('missing', {}, NOON);
    expect(result).toMatchObject({ ok: true, value: null });
    expect(result.ok && result.warnings.length).toBe(1);
  });

  it('gives a reason for what it cannot read', () => {
    expect(evaluate('x +', { x: 1 }, NOON).ok).toBe(false);
  });
});

describe('reading an expression', () => {
  it('finds nothing wrong with a right one', () => {
    expect(parseExpression('accept.outcome = "accept"')).toBeUndefined();
  });

  it('says where a wrong one is wrong', () => {
    expect(parseExpression('x ] 3')).toMatchObject({ from: 2 });
    expect(parseExpression('  ')).toMatchObject({ from: 0 });
  });

  it('names the variables that are read, not functions nor bound names', () => {
    expect(variablesOf('for i in list return i.b + count(q)')).toEqual(['list', 'q']);
    expect(variablesOf('accept.outcome = "a" and x > y')).toEqual(['accept', 'x', 'y']);
  });

  it('names what is read off one of them', () => {
    const read =
      'form.area > 5 and (some x in form.rows satisfies x.area = other.floor + form.area)';
    expect(entriesOf(read, 'form')).toEqual(['area', 'rows']);
    expect(entriesOf('form', 'form')).toEqual([]);
  });
});

describe('unary tests', () => {
  it('pass everything where nothing stands', () => {
    for (const tests of ['', ' ', '-', ' - ']) {
      expect(testUnary(tests, null, {}, NOON)).toMatchObject({ ok: true, passes: true });
      expect(parseUnaryTests(tests)).toBeUndefined();
    }
  });

  it('compare a boolean with a variable that holds one', () => {
    const passes = (tests: string, value: boolean, flag: boolean) =>
      testUnary(tests, value, { 'is set': flag, a: { b: flag } }, NOON);
    expect(passes('is set', true, false)).toMatchObject({ passes: false });
    expect(passes('a.b', false, false)).toMatchObject({ passes: true });
    expect(passes('not(a.b)', true, false)).toMatchObject({ passes: true });
    expect(passes('? or is set', false, true)).toMatchObject({ passes: true });
  });

  it('give a reason for what cannot be read, and where', () => {
    expect(testUnary('] 3', 1, {}, NOON).ok).toBe(false);
    expect(parseUnaryTests('[1..')).toMatchObject({ from: 4 });
    expect(parseUnaryTests('>= 3, "a"')).toBeUndefined();
  });

  it('are told apart one by one', () => {
    expect(splitTests('"a,b", > 5, [1..3]')).toEqual(['"a,b"', '> 5', '[1..3]']);
    expect(splitTests('not(1, 2)')).toEqual(['not(1, 2)']);
    expect(variablesOfTests('> limit, f(x), ?')).toEqual(['limit', 'x']);
  });
});

it('a minus sign may be parted from its number', () => {
  expect(parseExpression('- 1')).toBeUndefined();
  expect(evaluate('x - 1 * - 2', { x: 1 }, NOON)).toMatchObject({ value: 3 });
});

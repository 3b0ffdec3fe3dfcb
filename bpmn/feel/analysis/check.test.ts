import { checkExpression, checkTests } from '../index.js';

const messages = (feel: string, variables?: string[]) =>
  checkExpression(feel, variables && { variables }).map(({ message }) => message);

describe('an expression is found wrong before it is evaluated', () => {
  it.each([
    ['cont([1])', '第 1 个字符处：没有函数“cont”，是否想写“count”'],
    ['1 + amuont', '第 5 个字符处：没有变量“amuont”，是否想写“amount”'],
    ['substring("a")', '第 1 个字符处：函数 substring 要 2 到 3 个参数，给了 1 个'],
    ['count()', '函数 count 要 1 个参数'],
    ['contains(string: "a", mach: "b")', '没有参数“mach”，是否想写“match”'],
    ['@"2026-02-30"', '第 1 个字符处'],
    ['matches(amount, "(a)\\1")', '反向引用“\\1”不能执行'],
    ['1 + count(split("a", "["))', '第 22 个字符处：模式'],
    ['replace("a", "a", "b", "z")', '标志“z”不存在'],
  ])('%s', (feel, says) => {
    expect(messages(feel, ['amount']).join()).toContain(says);
  });

  it.each([
    'matches(amount, "^a+$", "i")',
    'matches(amount, amount)',
    'matches(amount, "(", amount)',
    'matches(input: amount, pattern: "(")',
    'replace(amount, "(a)", "$1")',
    'some x in [1] satisfies x > 0',
    '[{a: 1}][a > 0]',
    '{a: 1, b: a}.b',
    '(function(x) x + 1)(2)',
    'max(1, 2, 3)',
  ])('%s is right', (feel) => {
    expect(messages(feel, ['amount'])).toEqual([]);
  });

  it('knows no unknown variable where variables are not known', () => {
    expect(messages('whatever + 1')).toEqual([]);
  });

  it('and so are tests', () => {
    expect(checkTests('> cont(?), [1..3]').map(({ code }) => code)).toEqual(['function-unknown']);
    expect(checkTests('-')).toEqual([]);
    expect(checkTests('> ')).toMatchObject([{ code: 'unreadable' }]);
  });
});

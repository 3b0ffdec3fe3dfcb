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
    ['1 + "a"', '第 1 个字符处“1 + "a"”：数字与文本不能用“+”计算'],
    ['amount * "2"', '第 10 个字符处：文本不能用“*”计算'],
    ['true + amount', '第 1 个字符处：是否值不能用“+”计算'],
    ['amount - [1]', '列表不能用“-”计算'],
    ['date and time(amount, "UTC")', '第 23 个字符处：函数 date and time 的第 2 个参数不能是文本'],
    ['date("2026-13-01") < amount', '第 1 个字符处'],
    ['substring(amount, "1")', '函数 substring 的第 2 个参数不能是文本'],
    ['upper case(1)', '参数“string”应为文本，实际是数字'],
    ['amount > 1 and "yes"', '第 16 个字符处：应为 true 或 false，写的是文本'],
    ['if 1 then amount else 2', '第 4 个字符处：应为 true 或 false，写的是数字'],
    ['amount < true', '第 10 个字符处：是否值不能比较大小'],
    ['count([amount]) < [amount]', '列表不能比较大小'],
    ['[amount][1] + {a: amount}', '上下文不能用“+”计算'],
    ['"1" = 1', '文本与数字不能比较'],
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
    'null',
    'amount = null',
    '-amount',
    '"a" + amount',
    'amount + @"P1D"',
    '@"P1M" * amount',
    '2 * @"P1D"',
    'number(amount, ".", ",")',
    'sum(1, 2)',
    'append(amount, 1, "a")',
    'contains([amount], "a")',
    'date and time(amount, @"10:00:00")',
    'date and time(amount)',
    'overlaps(amount, [1..2])',
    'amount in [1..5]',
    'if amount = "a" then 1 else "b"',
    'count(for i in 1..1000000 return i)',
    'string(now())',
    'date("2024-02-29") <= today()',
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

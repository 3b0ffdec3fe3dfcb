import { Budget } from '../budget.js';
import { valueOf, warningsOf } from '../testing/values.js';
import { patternOf } from './pattern.js';

const matches = (text: string, pattern: string, flags = '') =>
  valueOf('matches(s, p, f)', { s: text, p: pattern, f: flags });

describe('patterns as XPath writes them', () => {
  it.each<[string, string, boolean, string?]>([
    ['210302199001011234', '^\\d{17}[\\dX]$', true],
    ['鞍山市', '^\\p{IsCJKUnifiedIdeographs}+$', true],
    ['鞍山市a', '^\\p{IsCJKUnifiedIdeographs}+$', false],
    ['١٢', '^\\d+$', true],
    ['a-b', '^\\i\\c*$', true],
    ['1a', '^\\i\\c*$', false],
    ['x', '[A-Z-[OI]]', true, 'i'],
    ['O', '[A-Z-[OI]]', false, 'i'],
    ['q', '[^Q]', false, 'i'],
    ['a\nb', 'a.b', false],
    ['a\nb', 'a.b', true, 's'],
    ['a\nb', '^b', true, 'm'],
    ['a\nb', '^b', false],
    ['hello world', ' hello[ ]world', true, 'x'],
    ['a.b', 'a.b', true, 'q'],
    ['axb', 'a.b', false, 'q'],
    ['foo', '\\S+', true],
    ['a{2}', 'a\\{2\\}', true],
    ['aa', '^a{2}$', true],
    ['ab', '^(?:a|b)+?$', true],
  ])('%j matches %s: %j', (text, pattern, expected, flags = '') => {
    expect(matches(text, pattern, flags)).toBe(expected);
  });

  it.each([
    ['(a)\\1', '反向引用'],
    ['a{', '位置不对'],
    ['(a', '没有闭合'],
    ['a)', '多出'],
    ['[b-a]', '次序'],
    ['[]', '没有内容'],
    ['\\q', '不存在'],
    ['\\p{IsNowhere}', '不存在'],
    ['(?=a)', '特殊的组'],
    ['*', '位置不对'],
    ['a'.repeat(2_000), '超过上限'],
  ])('%s is none, and a warning says why', (pattern, reason) => {
    expect(warningsOf('matches("a", p)', { p: pattern })[0]).toContain(reason);
  });

  it('with flags that do not exist are none', () => {
    expect(warningsOf('matches("a", "a", "p")')[0]).toContain('标志“p”不存在');
  });
});

describe('replacing', () => {
  it.each([
    ['abracadabra', 'a(.)', 'a$1$1', 'abbraccaddabbra'],
    ['0123456789', '(\\d{3})(\\d{3})(\\d{4})', '($1) $2-$3', '(012) 345-6789'],
    ['abc', '[a-c]', '[$0]', '[a][b][c]'],
    ['a$', '\\$', '\\$1', 'a$1'],
    ['ab', '(a)', '$12', 'a2b'],
    ['aXbX', 'X', '', 'ab'],
    ['张三李四', '(.)四', '$1五', '张三李五'],
  ])('%s by %s', (text, pattern, by, expected) => {
    expect(valueOf('replace(s, p, r)', { s: text, p: pattern, r: by })).toBe(expected);
  });

  it('needs something to replace, and a replacement that is one', () => {
    expect(warningsOf('replace("abc", "x*", "-")')[0]).toContain('空文本');
    expect(warningsOf('replace("abc", "b", "$")')[0]).toContain('替换文本');
  });
});

it('splitting keeps what stands between', () => {
  expect(valueOf('split("a;b;;c", ";")')).toEqual(['a', 'b', '', 'c']);
  expect(valueOf('split("a  b", "\\s+")')).toEqual(['a', 'b']);
  expect(valueOf('split("", ";")')).toEqual(['']);
});

it('a pattern costs by its size and the length of the text', () => {
  const cost = (text: string) => {
    const budget = new Budget();
    patternOf('(a+)+b', '').occursIn(text, budget);
    return budget.spent.operations;
  };
  const [short, long] = [cost('a'.repeat(1_000)), cost('a'.repeat(10_000))];
  expect(long / short).toBeGreaterThan(5);
  expect(long / short).toBeLessThan(11);
});

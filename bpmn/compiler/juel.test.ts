import { evaluate } from '../feel/index.js';
import { JuelError, hasJuel, translateJuel, translateScript } from './juel.js';

describe('JUEL', () => {
  it.each([
    ['${approved}', 'approved'],
    ['#{amount > 100}', 'amount > 100'],
    ["${status == 'open'}", 'status = "open"'],
    ['${a != null && b}', 'a != null and b'],
    ['${a eq 1 or not b}', 'a = 1 or not(b)'],
    ['${!a.done}', 'not(a.done)'],
    ['${(a || b) && c}', '(a or b) and c'],
    ['${a - (b - c)}', 'a - (b - c)'],
    ['${a - b % 3}', 'a - (b - 3 * round down(b / 3, 0))'],
    ['${person["last name"].length}', 'get value(person, "last name").length'],
    ['${list[0]}', 'list[1]'],
    ['${a ? 1 : 2}', 'if a then 1 else 2'],
    ['${!empty list}', 'not((list in ([null, "", [], {}])))'],
    [
      '${list[i].name}',
      '(if i instance of number then sublist(list, i + 1, 1)[1] else get value(list, i)).name',
    ],
    ["${map['a'].b}", 'get value(map, "a").b'],
    [
      '${a lt 1 and not (b ge 2) or c mod 2 eq 0}',
      'a < 1 and not((b >= 2)) or (c - 2 * round down(c / 2, 0)) = 0',
    ],
    ['${1.50e2 + .5}', '150 + 0.5'],
    ['abc-${x}', 'string join(["abc-", string(x)])'],
    [
      "${a}/#{b ? '}' : 'no'} \\${c}",
      'string join([string(a), "/", string(if b then "}" else "no"), " ${c}"])',
    ],
    [
      '${nrOfCompletedInstances / nrOfInstances ge 0.6}',
      'nrOfCompletedInstances / nrOfInstances >= 0.6',
    ],
    ["${'it\\'s \"so\"'}", '"it\'s \\"so\\""'],
  ])('%s is %s in FEEL', (juel, feel) => {
    expect(translateJuel(juel)).toBe(feel);
  });

  it.each([
    '${bean.method()}',
    "${execution.getVariable('x')}",
    '${a = 1}',
    '${a +}',
    '${}',
    '${(a}',
    '${a b}',
    '${$a}',
    '${a === 1}',
    'abc-${x',
    'abc-${x.y()}',
  ])('%s is refused', (juel) => {
    expect(() => translateJuel(juel)).toThrow(JuelError);
  });

  it('means what it means where it comes from', () => {
    const variables = {
      n: -7,
      text: 'a',
      list: [1, 2],
      i: 1,
      nothing: null,
      map: { a: 'b' },
      k: 'a',
    };
    const value = (juel: string) => {
      const result = evaluate(translateJuel(juel), variables, 0);
      return result.ok ? result.value : result;
    };
    expect(value('${n % 3}')).toBe(-1);
    expect(value('${2 - 1 - 1 == 0 && 8 / 2 / 2 == 2}')).toBe(true);
    expect(value('${list[i]}')).toBe(2);
    expect(value('${map[k]}')).toBe('b');
    expect(value('<${nothing}${n}>')).toBe('<-7>');
    expect(
      ['n', 'text', 'list', 'map', 'nothing', "''"].map((name) => value('${empty ' + name + '}')),
    ).toEqual([false, false, false, false, true, true]);
  });

  it('is told from plain text', () => {
    expect(hasJuel(' ${a} ')).toBe(true);
    expect(hasJuel('a #{b}')).toBe(true);
    expect(hasJuel('a \\${b} {c}')).toBe(false);
  });
});

describe('a script', () => {
  it.each([
    ['return a > 5 && b !== "x";', 'a > 5 and b != "x"'],
    ['amount * 1.2', 'amount * 1.2'],
    ['empty', 'empty'],
  ])('%s is %s in FEEL', (script, feel) => {
    expect(translateScript(script)).toBe(feel);
  });

  it.each(['a = 1', 'x.size()', 'var a', 'a; b', 'println "a"', '[1, 2]', 'a ?: b'])(
    '%s is refused',
    (script) => {
      expect(() => translateScript(script)).toThrow(JuelError);
    },
  );
});

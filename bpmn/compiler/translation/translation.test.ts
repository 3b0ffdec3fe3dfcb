import { evaluate } from '../../feel/index.js';
import { leastTime } from '../../testing/processor-time.js';
import { hasJuel, JuelError, translateJuel, translateScript, type Translation } from './index.js';

const VARIABLES = {
  n: 5,
  zero: 0,
  neg: -7,
  half: 0.5,
  t: 'text',
  five: '5',
  six: '6',
  blank: '',
  yes: 'TRUE',
  no: 'false',
  on: true,
  off: false,
  nothing: null,
  list: [1, 2],
  none: [],
  map: { a: 'b', k: 1 },
  empty_map: {},
  i: 1,
  k: 'a',
};
/** The value; FAILS for null where the language always has one. */
const FAILS = 'fails';
const value = ({ feel, certain }: Translation) => {
  const result = evaluate(feel, VARIABLES, 0);
  if (!result.ok) return `${feel}: ${result.message}`;
  return result.value === null && certain ? FAILS : result.value;
};
const el = (source: string) => value(translateJuel('${' + source + '}'));

describe('EL', () => {
  it.each<[string, unknown]>([
    ["n == '5'", true],
    ["'5' == n", true],
    ['five == 5', true],
    ["five == '5'", true],
    ["n == 'x'", FAILS],
    ['blank == 0', true],
    ['t == 5', FAILS],
    ['nothing == 5', false],
    ["nothing == ''", false],
    ['n == null', false],
    ['nothing == null', true],
    ["on == 'true'", true],
    ["on == 'TRUE'", true],
    ["off == 'no'", true],
    ["on == 'no'", false],
    ['yes == true', true],
    ['no == true', false],
    ['t == false', true],
    ['nothing == false', false],
    ['n == true', FAILS],
    ['on == 5', FAILS],
    ['n == five', true],
    ['five == n', true],
    ['n == six', false],
    ['n == t', FAILS],
    ['on == yes', true],
    ['off == t', true],
    ['t == t', true],
    ['nothing == nothing', true],
    ['nothing == n', false],
    ["t == 'text'", true],
    ["t != 'text'", false],
    ["n != '5'", false],
    ["nothing != 'x'", true],
    ["on != 'true'", false],
    ["half == '0.5'", true],
    ["n == '5.0'", true],
    ["'a' == 'a'", true],
    ["1 == '1'", true],
    ["true == 'true'", true],
  ])('%s is %j', (source, expected) => expect(el(source)).toEqual(expected));

  it.each<[string, unknown]>([
    ['n < 6', true],
    ['n >= 5', true],
    ['nothing < 5', false],
    ['nothing >= 5', false],
    ['5 > nothing', false],
    ['nothing < nothing', false],
    ['nothing <= nothing', true],
    ['nothing >= null', true],
    ['n <= null', false],
    ['five < 10', true],
    ["five < '10'", false],
    ["n < '10'", true],
    ["n < 'x'", FAILS],
    ['t < 5', FAILS],
    ['blank < 1', true],
    ["t < 'zzz'", true],
    ['t > t', false],
    ['t >= t', true],
    ['n < six', true],
    ['six > n', true],
    ['five < six', true],
    ['t > n', FAILS],
    ['n lt 6 and n gt 4', true],
    ["'5' < 10", true],
    ['on < 5', FAILS],
    ['list < 5', FAILS],
  ])('%s is %j', (source, expected) => expect(el(source)).toEqual(expected));

  it.each<[string, unknown]>([
    ['!nothing', true],
    ['!blank', true],
    ['!on', false],
    ['!yes', false],
    ['!t', true],
    ['!n', FAILS],
    ['not off', true],
    ['on && yes', true],
    ['on && nothing', false],
    ['off || yes', true],
    ['nothing || blank', false],
    ['nothing && on', false],
    ['t || on', true],
    ['!(n > 4)', false],
    ['on and (n > 4 or off)', true],
    ['!empty list', true],
    ['empty none', true],
    ["on ? 'a' : 'b'", 'a'],
    ["no ? 'a' : 'b'", 'b'],
    ["nothing ? 'a' : 'b'", 'b'],
    ['blank ? 1 : 2', 2],
    ['n ? 1 : 2', FAILS],
    ["(no ? 'a' : 'b') == 'b'", true],
    ["n > 'x' ? 1 : 2", FAILS],
    ['n > 3 ? (on ? 1 : 2) : 3', 1],
    ['on ? nothing : 1', null],
    ["yes == 'TRUE' ? t : n", 'text'],
    ['on ? off ? 1 : 2 : 3', 2],
  ])('%s is %j', (source, expected) => expect(el(source)).toEqual(expected));

  it.each<[string, unknown]>([
    ['n + 1', 6],
    ["n + '1'", 6],
    ['five + six', 11],
    ["five * '2'", 10],
    ['nothing + 1', 1],
    ['nothing * 5', 0],
    ['blank + 1', 1],
    ['t + 1', FAILS],
    ['on + 1', FAILS],
    ["'2' + '3'", 5],
    ['-five', -5],
    ['-nothing', 0],
    ['-t', FAILS],
    ['neg % 3', -1],
    ['neg % five', -2],
    ['n - 2 - 1', 2],
    ['n - (2 - 1)', 4],
    ['8 / 2 / 2', 2],
    ['2 * (n + 1)', 12],
    ['-(n + 1)', -6],
    ['- 5 + n', 0],
    ['(n + 1) * 2 == 12', true],
    ['n + 1 == six', true],
    ['1.50e2 + .5', 150.5],
    ['nothing + nothing', 0],
    ['2 - 1 - 1 == 0 && 8 / 2 / 2 == 2', true],
  ])('%s is %j', (source, expected) => expect(el(source)).toEqual(expected));

  it.each<[string, unknown]>([
    ['n', 5],
    ['list[0]', 1],
    ['list[i]', 2],
    ["map['a']", 'b'],
    ['map[k]', 'b'],
    ['map.a', 'b'],
    ['map.a == "b"', true],
    ['map.k + 1', 2],
    ['nothing.a', null],
    ['list[i] * 2', 4],
    ["'it\\'s \"so\"'", 'it\'s "so"'],
  ])('%s is %j', (source, expected) => expect(el(source)).toEqual(expected));

  it('within a text leaves no trace of what is null', () => {
    expect(value(translateJuel('<${nothing}${neg}> \\${n}#{on ? "}" : 1}'))).toBe('<-7> ${n}}');
  });

  it('stays as it is where nothing else could be meant', () => {
    expect(translateJuel('${approved}')).toEqual({ feel: 'approved', certain: false });
    expect(translateJuel("${'a' == 'b'}").feel).toBe('"a" = "b"');
    expect(translateJuel('${order.customer[0].name}').feel).toBe('order.customer[1].name');
    expect(translateJuel('${a != null}').feel).toBe('a != null');
  });

  it.each([
    'bean.method()',
    "execution.getVariable('x')",
    'a = 1',
    'a +',
    '',
    '(a',
    'a b',
    '$a',
    'a === 1',
    'a instanceof b',
    "1 < 'x'",
    'true < 1',
    "1 == 'x'",
    "1 + 'x'",
    'true + 1',
    '!5',
    '5 ? 1 : 2',
    'a.b.c()',
    'a ? b',
    'a[1',
    '1e999',
  ])('%s is refused', (source) => {
    expect(() => translateJuel('${' + source + '}')).toThrow(JuelError);
  });

  it.each([
    ['brackets', '('.repeat(20_000) + 'n' + ')'.repeat(20_000)],
    ['few brackets', '('.repeat(500) + 'n' + ')'.repeat(500)],
    ['prefixes', '!'.repeat(9_000) + 'n'],
    ['choices', 'a ? b : '.repeat(2_000) + 'c'],
    ['indices', 'a['.repeat(500) + '0' + ']'.repeat(500)],
    ['operands', 'n + '.repeat(4_000) + 'n'],
  ])('of too many %s is refused', (_what, source) => {
    expect(() => translateJuel('${' + source + '}')).toThrow(JuelError);
  });

  it.each([['abc-${x'], ['abc-${x.y()}'], ['${'.repeat(9_000)], ['${"' + '\\"'.repeat(9_000)]])(
    'that is not complete is refused at once: %.20s',
    async (source) => {
      const refused = () => expect(() => translateJuel(source)).toThrow(JuelError);
      expect(await leastTime(500, refused)).toBeLessThan(500);
    },
  );

  it('of a size that diagrams have is read', () => {
    expect(el(Array.from({ length: 40 }, (_, index) => `n != ${index + 10}`).join(' && '))).toBe(
      true,
    );
    expect(el('('.repeat(40) + 'n' + ')'.repeat(40))).toBe(5);
  });

  it('is told from plain text', () => {
    expect(hasJuel(' ${a} ')).toBe(true);
    expect(hasJuel('a #{b}')).toBe(true);
    expect(hasJuel('a \\${b} {c}')).toBe(false);
  });
});

describe.each(['javascript', 'groovy'])('a script in %s', (language) => {
  const js = (source: string) => value(translateScript(source, language));

  it.each<[string, unknown]>([
    ['return n > 4 && t != "x";', true],
    ['n * 1.2', 6],
    ['"NO-" + n', 'NO-5'],
    ['t + n', 'text5'],
    ['n + t', '5text'],
    ['n + 1', 6],
    ['n + zero', 5],
    ['t + "!"', 'text!'],
    ['t + t', 'texttext'],
    ['"on: " + on', 'on: true'],
    ['"" + nothing', 'null'],
    ['on + 1', FAILS],
    ['list + 1', FAILS],
    ['t * 2', FAILS],
    ['nothing * 2', FAILS],
    ['zero ? "some" : "none"', 'none'],
    ['blank ? 1 : 2', 2],
    ['t ? 1 : 2', 1],
    ['nothing ? 1 : 2', 2],
    ['no ? 1 : 2', 1],
    ['!zero', true],
    ['!blank', true],
    ['!t', false],
    ['!on', false],
    ['!nothing', true],
    ['neg % 3', -1],
    ['n == "x"', false],
    ['n != "x"', true],
    ['t == "text"', true],
    ['nothing == "x"', false],
    ['n == null', false],
    ['t < "zzz"', true],
    ['t < n', FAILS],
    ['nothing < 1', FAILS],
    ['n < 6 ? "low" : "high"', 'low'],
    ['t < n ? 1 : 2', FAILS],
    ['empty_map.a', null],
    ['list[1]', 2],
    ['"a\\nb"', 'a\nb'],
    ['-n', -5],
  ])('%s is %j', (source, expected) => expect(js(source)).toEqual(expected));

  it.each([
    'a = 1',
    'x.size()',
    'var a',
    'a; b',
    'println "a"',
    '[1, 2]',
    'a ?: b',
    'items.length',
    'items.size',
    'undefined',
    'a == undefined',
    'NaN',
    'typeof a',
    'new Date()',
    'true < 1',
    '"a" < 1',
    '"a" * 2',
    'a -- b',
    'this.a',
    '`a`',
    '010',
    'n + 08',
    '010.5',
  ])('%s is refused', (source) => {
    expect(() => translateScript(source, language)).toThrow(JuelError);
  });
});

describe('where the languages of scripts differ', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing || "unknown"', 'unknown', true],
    ['t || "unknown"', 'text', true],
    ['zero || n', 5, true],
    ['t && n', 5, true],
    ['zero && n', 0, false],
    ['blank && n', '', false],
    ['on && t', 'text', true],
    ['on && n > 4', true, true],
    ['n == "5"', true, false],
    ['on == 1', true, false],
    ['blank == 0', true, false],
    ['nothing == 0', false, false],
    ['five == n', true, false],
    ['t == list', false, false],
    ['none ? 1 : 2', 1, 2],
    ['empty_map ? 1 : 2', 1, 2],
  ])('%s', (source, javascript, groovy) => {
    expect(value(translateScript(source, 'javascript'))).toEqual(javascript);
    expect(value(translateScript(source, 'groovy'))).toEqual(groovy);
  });

  it('strict equality is a word of JavaScript only', () => {
    expect(value(translateScript('n === "5"', 'text/javascript'))).toBe(false);
    expect(value(translateScript('n !== "5"', 'js'))).toBe(true);
    expect(value(translateScript('five === t', 'js'))).toBe(false);
    expect(() => translateScript('n === 5', 'groovy')).toThrow(JuelError);
  });

  it('texts of Groovy that hold expressions are refused', () => {
    expect(() => translateScript('"a $n"', 'groovy')).toThrow(JuelError);
    expect(value(translateScript("'a $n'", 'groovy'))).toBe('a $n');
    expect(value(translateScript('"a $n"', 'javascript'))).toBe('a $n');
  });

  it('of other languages only what means the same everywhere is carried over', () => {
    const python = (source: string) => () => value(translateScript(source, 'python'));
    expect(python('n * 2 > 4')()).toBe(true);
    expect(python('n > 4 && t == "text"')()).toBe(true);
    for (const source of ['n + t', 'n ? 1 : 2', '!n', 't || n', 'n % 3', 'n / 2', 'None', 'True'])
      expect(python(source)).toThrow(JuelError);
  });
});

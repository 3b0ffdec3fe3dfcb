import { replaceIdNumbers } from './id-numbers.js';

const ID = '110101199003077571';
const OTHER = '11010119900307109X';
const GROUPED = '110101 19900307 7571';
const replaced = (text: string): string => replaceIdNumbers(text, (number) => `<${number.length}>`);

describe('an ID number', () => {
  it.each([
    ['alone', ID, '<18>'],
    ['with X', `证件${OTHER}。`, '证件<18>。'],
    ['with x', OTHER.toLowerCase(), '<18>'],
    ['twice', `${ID} ${OTHER}`, '<18> <18>'],
    ['behind a bracket that begins no JSON', `[补正] ${ID}`, '[补正] <18>'],
    ['behind a brace that begins no JSON', `{补正} ${ID}`, '{补正} <18>'],
    ['behind a quotation that is not all', `"张三" ${ID}`, '"张三" <18>'],
    ['behind quotation marks without end', `${ID} """`, '<18> """'],
    ['in groups', GROUPED, '<20>'],
    ['in groups with hyphens', '110101-19900307-7571', '<20>'],
    ['in other groups', '110101 1990 0307 7571', '<21>'],
    ['in groups of a wide and a hard blank', '110101\u300019900307\u00a07571', '<20>'],
    ['behind a number that looks like its beginning', `123456 789012 ${ID}`, '123456 789012 <18>'],
    ['in groups of any length', '1101-0119 9003-0775-71', '<22>'],
    ['broken by lines and what is not seen', '110101\r\n1990\u200b0307\u20107571', '<22>'],
    ['of wide digits', '１１０１０１１９９００３０７７５７１', '<18>'],
    ['at a letter', `ID${ID}a`, 'ID<18>a'],
    ['behind a new line', `x\n${ID}`, 'x\n<18>'],
  ])('%s', (_, text, expected) => expect(replaced(text)).toBe(expected));

  it.each([
    ['in a value', { a: ID }, { a: '<18>' }],
    ['in a key', { [`k${ID}`]: 1 }, { 'k<18>': 1 }],
    ['behind an escape', [`\n${ID}`, `\t${ID}`, `\u0001${ID}`], ['\n<18>', '\t<18>', '\u0001<18>']],
    ['behind a quotation mark', [`"${ID}"\\${OTHER}`], ['"<18>"\\<18>']],
    ['in JSON in JSON', { a: JSON.stringify([`\u0001${ID}`]) }, { a: '["\\u0001<18>"]' }],
    ['in groups', [GROUPED, '110101\t19900307\n7571'], ['<20>', '<20>']],
  ])('within JSON, %s', (_, value, expected) =>
    expect(JSON.parse(replaced(JSON.stringify(value)))).toEqual(expected),
  );

  it('within JSON, digits and blanks escaped', () =>
    expect(
      replaced(
        '{"a":"\\u0031101011990\\u00200307\\u00a0757\\u0031", "b": "[\\"\\\\u0031' +
          ID.slice(1) +
          '\\"]"}',
      ),
    ).toBe('{"a":"<20>", "b": "[\\"<18>\\"]"}'));

  it('that JSON has as a number becomes a string', () =>
    expect(replaced(`[${ID}, 1, {"a":${ID}}]`)).toBe('["<18>", 1, {"a":"<18>"}]'));

  it('leaves the rest of JSON to the letter', () =>
    expect(replaced(`{ "n": 12345678901234567890, "e": "\\u00e9", "n": "${ID}" }`)).toBe(
      '{ "n": 12345678901234567890, "e": "\\u00e9", "n": "<18>" }',
    ));

  it.each([
    ['a longer number', `1${ID}`],
    ['a longer number', `${ID}1`],
    ['a case number', '210302202611290000016'],
    ['a UUID', 'aa110101-1990-0307-7571-abcdefabcdef'],
    ['a digest', `ab${ID}${'c'.repeat(44)}`],
    ['a wrong check digit', '110101199003077572'],
    ['a day that is none', '110101199002307571'],
    ['a fraction in JSON', `[0.${ID}, -${ID}, ${ID}.5, ${ID}e2]`],
  ])('is not %s', (_, text) => expect(replaced(text)).toBe(text));

  it('is found in time, and in texts of any length', () => {
    const many = `${ID} ${'"'.repeat(200_000)}`;
    expect(replaced(many)).toBe(`<18> ${'"'.repeat(200_000)}`);
    const long = 'a\\"'.repeat(1_500_000);
    expect(replaced(JSON.stringify([long, ID]))).toBe(JSON.stringify([long, '<18>']));
    for (const digits of ['1 ', '110101 19900307 7572 '].map((each) => each.repeat(100_000)))
      expect(replaced(digits)).toBe(digits);
  }, 5_000);
});

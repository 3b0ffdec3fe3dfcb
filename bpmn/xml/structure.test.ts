import fc from 'fast-check';
import { leastTime } from '../testing/processor-time.js';
import { MAX_DEPTH, MAX_XML_LENGTH, readable, refusalOf, xmlTree } from './index.js';

const rule = (xml: string) => refusalOf(xml, '流程文件')?.rule;

describe('a document', () => {
  it.each([
    '<a/>',
    '\uFEFF<?xml version="1.0"?>\n<!-- <b> --><a b = "<" c=\'">\'>&lt;<![CDATA[</a>]]></a >\n<?c d?>',
    `<a xmlns:b="u"><b:c/></a>`,
    '<a>' + 'text > " \' '.repeat(3) + '</a>',
  ])('that is well-formed may be read: %s', (xml) => {
    expect(refusalOf(xml, '流程文件')).toBeUndefined();
  });

  it.each([
    ['', '没有根元素'],
    ['text', '在根元素之外有文字'],
    ['<a></a><b/>', '还有元素'],
    ['<a/>text', '在根元素之外有文字'],
    ['<a>\n<b></a>', '第 2 行的结束标签“a”与“b”不对应'],
    ['</a>', '没有开始标签'],
    ['<a>\n\n', '第 3 行“a”没有结束标签'],
    ['<a', '没有结束的标签'],
    ['<a b="c>', '没有结束的标签'],
    ['<a><b <c/></a>', '没有结束的标签'],
    ['<a><!-- </a>', '没有结束的标签、注释或 CDATA'],
    ['<a><![CDATA[ </a>', '没有结束的标签、注释或 CDATA'],
    ['<a><? </a>', '没有结束的'],
    ['<a>< /a>', '没有结束的'],
    ['<a b/>', '有不成“名'],
    ['<a b=c/>', '有不成“名'],
    ['<a b="c"d="e"/>', '有不成“名'],
    ['<a "b"/>', '有不成“名'],
    ['<a b="1" b="2"/>', '属性“b”写了两次'],
    ['<b:a/>', '前缀“b”没有声明'],
    ['<a><c xmlns:b="u"/><c b:d=""/></a>', '前缀“b”没有声明'],
  ])('that is not is refused in a sentence: %s', (xml, said) => {
    const refusal = refusalOf(xml, '流程文件');
    expect(refusal).toMatchObject({ rule: 'xml-invalid', message: expect.stringContaining(said) });
  });

  it.each([
    '<!DOCTYPE a><a/>',
    '<!doctype a [<!ENTITY b "c">]><a>&b;</a>',
    '<a><!ENTITY b "c"></a>',
  ])('with a DTD is refused: %s', (xml) => {
    expect(rule(xml)).toBe('xml-doctype');
  });

  it.each([
    '<a><!-- <!DOCTYPE x> --></a>',
    '<a><![CDATA[<!DOCTYPE html><!ENTITY x "y">]]></a>',
    '<?page <!DOCTYPE html>?><a/>',
    '<a b="<!DOCTYPE x>">&lt;!DOCTYPE html></a>',
  ])('in whose text a DTD is spoken of is read: %s', (xml) => {
    expect(rule(xml)).toBeUndefined();
  });

  it('is read down to a depth, and refused beyond it by its own name', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(rule(nested(MAX_DEPTH))).toBeUndefined();
    expect(rule(nested(MAX_DEPTH + 1))).toBe('xml-too-deep');
    expect(rule('<a>'.repeat(300_000))).toBe('xml-too-deep');
  });

  it('is read up to a length', () => {
    expect(rule(`<a>${' '.repeat(MAX_XML_LENGTH - 7)}</a>`)).toBeUndefined();
    expect(rule(`<a>${' '.repeat(MAX_XML_LENGTH)}</a>`)).toBe('xml-too-large');
  });

  it('that was decoded by another encoding than it declares is refused', () => {
    const file = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>\uFFFD</a>`;
    expect(refusalOf(file('GBK'), '流程文件')).toMatchObject({
      rule: 'encoding-unknown',
      message: expect.stringContaining('GBK'),
    });
    expect(rule(file('UTF-8'))).toBeUndefined();
  });
});

/** 200 KB each; a reader that goes back at every `<` or quote needs minutes for them. */
const endless = [
  '<',
  '<a ',
  '<a',
  '<!--',
  '<![CDATA[',
  '<?',
  '</',
  '</a>',
  '<a b="',
  "<a b='",
  '<a "',
  '<a b=',
  '<a>',
  '<a b>',
  '&',
  '&#',
  '&amp',
  ']]>',
  '-->',
  '"',
  '=',
  ' ',
  'a',
  'a ',
  'xmlns:a="',
  '<a/>',
  '\n',
  '<a\n',
  '<!',
  '<!-',
  '{"a":',
  '\u0000',
  '\u4e00',
  'id="受',
  '<a xmlns:b="c" ',
  '<incoming>',
];

it.each(endless)(
  '200 KB of %j that are no XML are refused at once, wherever they stand',
  async (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length)).slice(0, 200_000);
    for (const xml of [
      text,
      `<a>${text}`,
      `<a ${text}>`,
      `<a b="${text}`,
      `<a><!-- ${text} </a>`,
    ]) {
      expect(refusalOf(xml, '流程文件')?.message.length ?? 0).toBeLessThan(300);
      expect(await leastTime(100, () => refusalOf(xml, '流程文件'))).toBeLessThan(100);
      // What reads a file that is let in must not be slow for text of any kind either.
      const read = () => {
        readable(xml);
        xmlTree(xml);
      };
      expect(await leastTime(5_000, read)).toBeLessThan(5_000);
    }
  },
);

it('whatever stands in a text, it is read or refused without throwing', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<a/>',
    '<b:c d="e"',
    ' f=',
    '"',
    "'",
    '>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!X',
    '&lt;',
    '=',
    ' ',
    'x',
    '受',
    ' xmlns:b="u"',
    ' xmlns="v"',
    ' id="1"',
    '/',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const xml = pieces.join('');
      const refusal = refusalOf(xml, '流程文件');
      expect(typeof readable(xml)).toBe('string');
      if (refusal) expect(refusal.message).toMatch(/请/);
      else expect(xmlTree(xml)).toBeDefined();
    }),
    { numRuns: 1_000 },
  );
});

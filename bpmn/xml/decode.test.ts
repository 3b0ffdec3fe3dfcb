import { decodeText, decodeXml, type Decoded } from './index.js';

const declared = (encoding: string, text: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;
const said = (text: string) => `<?xml version="1.0" encoding="UTF-8"?><a>${text}</a>`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean, mark = true): Uint8Array => {
  const view = new DataView(new ArrayBuffer((text.length + Number(mark)) * 2));
  [...(mark ? '\uFEFF' : ''), ...text.split('')].forEach((unit, at) =>
    view.setUint16(at * 2, unit.charCodeAt(0), littleEndian),
  );
  return new Uint8Array(view.buffer);
};
/** Letters of ASCII around bytes of another encoding. */
const bytes = (encoding: string, inside: number[]): Uint8Array => {
  const [before, after] = declared(encoding, '|').split('|') as [string, string];
  return new Uint8Array([...utf8(before), ...inside, ...utf8(after)]);
};
const text = (decoded: Decoded) => ('text' in decoded ? decoded.text : decoded.refusal);

const ACCEPTED = [0xca, 0xdc, 0xc0, 0xed]; // 受理 in GBK

describe('an XML file', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(declared('UTF-8', '受理𠮷')), said('受理𠮷')],
    ['UTF-8 with a mark', utf8('\uFEFF' + declared('utf-8', '受理')), said('受理')],
    [
      'UTF-8 with a mark against its declaration',
      utf8('\uFEFF' + declared('GBK', '受理')),
      said('受理'),
    ],
    ['nothing at all', utf8('<a>受理</a>'), '<a>受理</a>'],
    ['UTF-16 LE', utf16(declared('UTF-16', '受理'), true), said('受理')],
    ['UTF-16 BE', utf16(declared('UTF-16', '受理𠮷'), false), said('受理𠮷')],
    ['UTF-16 LE without a mark', utf16(declared('UTF-16', '受理'), true, false), said('受理')],
    ['UTF-16 BE without a mark', utf16(declared('utf-16be', '受理'), false, false), said('受理')],
    ['UTF-16 by its word only', utf8(declared('utf-16', '受理')), said('受理')],
    ['GBK', bytes('GBK', ACCEPTED), said('受理')],
    ['gb2312', bytes('gb2312', ACCEPTED), said('受理')],
    ['GB18030 with four bytes', bytes('GB18030', [0x95, 0x32, 0x82, 0x36]), said('𠀀')],
    ['GB18030 with a mark', new Uint8Array([0x84, 0x31, 0x95, 0x33, ...ACCEPTED]), '受理'],
    ['Cp936', bytes('Cp936', ACCEPTED), said('受理')],
    ['Unicode by its word only', utf8(declared('Unicode', '受理')), said('受理')],
    ['UCS-2 by its word only', utf8(declared('ISO-10646-UCS-2', '受理')), said('受理')],
    ['UTF-16 LE that begins on a new line', utf16('\n<a>受理</a>', true, false), '\n<a>受理</a>'],
    ['ISO-8859-1', bytes('ISO-8859-1', [0xfc, 0xe9]), said('üé')],
    ['windows-1252', bytes('windows-1252', [0x80, 0x93, 0xfc, 0x9f]), said('€“üŸ')],
    ['US-ASCII', bytes('US-ASCII', [0x61]), said('a')],
    ['Big5', bytes('Big5', [0xa4, 0xa4]), said('中')],
    ['Shift_JIS', bytes('Shift_JIS', [0x93, 0xfa]), said('日')],
  ])('in %s is read', (_encoding, file, expected) => {
    expect(text(decodeXml(file))).toBe(expected);
  });

  it.each(
    ['EUC-CN', 'euc_cn', 'x-EUC-CN', 'GB_2312-80', 'gb-2312', 'GB_18030', 'gb18030-2022'].concat([
      'MS936',
      'windows-936',
      'x-mswin-936',
      ' GBK ',
    ]),
  )('in what other programs call %s is read', (encoding) => {
    expect(text(decodeXml(bytes(encoding, ACCEPTED)))).toBe(said('受理'));
  });

  it.each<[string, number[], string]>([
    ['ISO8859_1', [0xfc], 'ü'],
    ['8859_1', [0xfc], 'ü'],
    ['ISO8859_15', [0xa4], '€'],
    ['x-windows-950', [0xa4, 0xa4], '中'],
    ['cp65001', [0xe4, 0xb8, 0xad], '中'],
    ['UTF_8', [0xe4, 0xb8, 0xad], '中'],
  ])('in what other programs call %s is read', (encoding, inside, expected) => {
    expect(text(decodeXml(bytes(encoding, inside)))).toBe(said(expected));
  });

  it.each(['GBK', 'gb2312', 'ISO-8859-1', 'Big5'])(
    'that declares %s but was saved as UTF-8 is refused',
    (encoding) => {
      expect(text(decodeXml(utf8(declared(encoding, '受理—办结'))))).toEqual({
        rule: 'encoding-unknown',
        message: `文件声明的编码是 ${encoding}，内容却是 UTF-8，请把第一行的 encoding 改为 UTF-8 后重新导入。`,
      });
    },
  );

  it('keeps to its declaration where its bytes could be UTF-8 as well', () => {
    expect(text(decodeXml(bytes('GBK', [0xc3, 0xa4])))).toBe(said('盲'));
    expect(text(decodeXml(bytes('GBK', [])))).toBe(said(''));
  });

  it('may declare it far behind', () => {
    const file = new Uint8Array([
      ...utf8(`<?xml version="1.0"${' '.repeat(600)}encoding="GBK"?><a>`),
      ...ACCEPTED,
    ]);
    expect(text(decodeXml(file))).toContain('encoding="UTF-8"?><a>受理');
  });

  it('may declare it in quotes of either kind, after a version of any sort', () => {
    const file = new Uint8Array([
      ...utf8(`<?xml version='1.0'\n encoding = 'gbk' standalone="yes" ?><a>`),
      ...ACCEPTED,
      ...utf8('</a>'),
    ]);
    expect(text(decodeXml(file))).toContain(`encoding = 'UTF-8' standalone="yes" ?><a>受理</a>`);
  });

  it.each(['EBCDIC-CP-US', 'UTF-7', 'x-user-defined', 'ISO-2022-KR', 'martian', ''])(
    'in “%s” is refused by that name',
    (encoding) => {
      expect(text(decodeXml(bytes(encoding, [0x61])))).toEqual({
        rule: 'encoding-unknown',
        message: expect.stringContaining(`“${encoding}”`),
      });
    },
  );

  it.each<[string, number[]]>([
    ['UTF-32LE', [0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]],
    ['UTF-32BE', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]],
    ['UTF-32BE', [0, 0, 0, 0x3c]],
  ])('in %s is refused by that name', (encoding, file) => {
    expect(text(decodeXml(new Uint8Array(file)))).toMatchObject({
      rule: 'encoding-unknown',
      message: expect.stringContaining(encoding),
    });
  });

  it.each([
    ['UTF-8', bytes('UTF-8', ACCEPTED)],
    ['utf-8', new Uint8Array([...utf8('<a>'), ...ACCEPTED, ...utf8('</a>')])],
    ['GBK', bytes('GBK', [0xff, 0xff])],
    ['utf-16le', utf16('<a/>', true).slice(0, -1)],
  ])('that is not in the encoding %s it has is refused', (encoding, file) => {
    expect(text(decodeXml(file))).toMatchObject({
      rule: 'encoding-unknown',
      message: expect.stringContaining(encoding),
    });
  });

  it('of no bytes is the empty text', () => {
    expect(text(decodeXml(new Uint8Array()))).toBe('');
  });

  it('keeps a word on encodings that is no declaration', () => {
    const file = utf8('<a b="1"><?xml encoding="GBK"?>受理</a>');
    expect(text(decodeXml(file))).toBe('<a b="1"><?xml encoding="GBK"?>受理</a>');
  });
});

describe('a table', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8('件名,受理')],
    ['UTF-8 with a mark', utf8('\uFEFF件名,受理')],
    ['UTF-16 LE', utf16('件名,受理', true)],
    ['UTF-16 BE', utf16('件名,受理', false)],
    ['UTF-16 LE without a mark', utf16('n,受理', true, false)],
    ['GB18030 with a mark', new Uint8Array([0x84, 0x31, 0x95, 0x33, 0x6e, 0x2c, ...ACCEPTED])],
    ['GBK', new Uint8Array([0xbc, 0xfe, 0xc3, 0xfb, 0x2c, ...ACCEPTED])],
  ])('in %s is read', (_encoding, file) => {
    expect(text(decodeText(file))).toMatch(/^(件名|n),受理$/);
  });

  it('in none of them is refused', () => {
    expect(text(decodeText(new Uint8Array([0x2c, 0xff, 0xff])))).toMatchObject({
      rule: 'encoding-unknown',
    });
  });
});

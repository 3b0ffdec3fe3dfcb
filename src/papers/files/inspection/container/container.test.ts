import { zipSync } from 'fflate';
import { chunk, docx, ofd, PNG, refusalOf, text, zip } from '../testing/samples.js';

const DOCUMENT = 'Doc_0/Document.xml';
const utf16 = (content: string): Buffer => Buffer.from(`\uFEFF${content}`, 'utf16le');
/** A zip in which the bytes of `from` are, once, those of `to`. */
const changed = (bytes: Buffer, from: string, to: string, last = false): Buffer => {
  const copy = Buffer.from(bytes);
  const at = last ? copy.lastIndexOf(from) : copy.indexOf(from);
  copy.write(to, at, 'latin1');
  return copy;
};
const stored = (entries: Record<string, Uint8Array>): Buffer =>
  Buffer.from(zipSync(entries, { level: 0 }));

describe('a container', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', text('<a>受理</a>')],
    ['UTF-8 with a mark', text('\uFEFF<?xml version="1.0" encoding="UTF-8"?><a/>')],
    ['UTF-16', utf16('<?xml version="1.0" encoding="UTF-16"?><a>受理</a>')],
    ['GBK', Buffer.from('<?xml version="1.0" encoding="GBK"?><a>\xca\xdc</a>', 'latin1')],
    ['nothing at all', new Uint8Array()],
  ])('is taken with XML in %s', async (_, content) => {
    expect(await refusalOf('a.ofd', ofd({ [DOCUMENT]: content }))).toBeNull();
  });

  it('is taken with pictures and printers', async () => {
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg"><a href="https://x"><path/></a><image href="data:image/png;base64,xx"/></svg>';
    const more = {
      'word/media/image1.svg': text(picture),
      'word/media/image2.png': PNG,
      'word/printerSettings/printerSettings1.bin': text('\\\0\\\0p\0'),
      'word/': new Uint8Array(),
      '备注/说明.txt': text('说明'),
    };
    expect(await refusalOf('a.docx', docx(more))).toBeNull();
  });

  it.each<[string, string, Uint8Array]>([
    ['a program', 'Doc_0/setup.exe', text('x')],
    ['a program called a picture', 'Doc_0/image.png', text('MZ\x90\0')],
    ['a program called nothing', 'Doc_0/x.dat', Buffer.from('\x7fELF')],
    ['a script', 'Doc_0/run.js', text('x')],
    ['a page', 'Doc_0/a.xhtml', text('<a/>')],
    ['a document of an older Word', 'Doc_0/o.dat', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['RTF', 'Doc_0/o.dat', text('{\\rtf1}')],
    ['a program called a printer', 'printerSettings/printerSettings1.bin', text('MZ\x90\0')],
  ])('is refused where it holds %s', async (_, name, content) => {
    expect(await refusalOf('a.ofd', ofd({ [name]: content }))).toBe('file-holds-program');
  });

  it.each<[string, string, Uint8Array]>([
    ['a zip', 'Doc_0/more.zip', zip({ a: text('x') })],
    ['a zip of two bytes', 'Doc_0/more.dat', text('PK')],
    ['a zip called other', 'Doc_0/more.dat', zip({ a: text('x') })],
    ['RAR', 'Doc_0/more.dat', Buffer.from('Rar!\x1a')],
    ['a tar', 'Doc_0/more.dat', Buffer.concat([Buffer.alloc(257), Buffer.from('ustar')])],
  ])('is refused where it holds %s', async (_, name, content) => {
    expect(await refusalOf('a.ofd', ofd({ [name]: content }))).toBe('file-nested');
  });

  it('is refused in a container in a container', async () => {
    const inner = docx({ 'word/embeddings/b.docx': docx() });
    const code = await refusalOf('a.docx', docx({ 'word/embeddings/a.docx': inner }));
    expect(code).toBe('file-nested');
  });

  it('is refused where it expands to too much, whatever its directory says', async () => {
    const long = text(`<a>${' '.repeat(8 * 1024 * 1024)}</a>`);
    const many = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, n) => [`Doc_0/${n}.xml`, text('<a/>')]),
    );
    const samples: [string, Buffer][] = [
      ['file-expands-too-much', ofd({ [DOCUMENT]: long })],
      ['file-expands-too-much', ofd({ 'Doc_0/a.dat': new Uint8Array(8 * 1024 * 1024) })],
      ['file-expands-too-much', ofd(many)],
    ];
    const lying = ofd({ 'Doc_0/a.dat': new Uint8Array(8 * 1024 * 1024) });
    lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from('PK\x01\x02')) + 24);
    samples.push(['file-broken', lying]);
    for (const [code, bytes] of samples) expect(await refusalOf('a.ofd', bytes)).toBe(code);
  });

  it.each<[string, string, string | Uint8Array]>([
    ['file-holds-entities', 'a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['file-holds-entities', 'a DOCTYPE in UTF-16', utf16('<!DOCTYPE a SYSTEM "x"><a/>')],
    ['file-holds-active-content', 'a script', '<a xmlns:s="x"><s:Script/></a>'],
    ['file-holds-active-content', 'a style sheet', '<?xml-stylesheet href="http://x"?><a/>'],
    ['file-holds-active-content', 'an inclusion', '<a xmlns="http://www.w3.org/2001/XInclude"/>'],
    ['file-holds-active-content', 'a link that runs', '<a b="&#x6a;ava&#9;script:x"/>'],
    ['file-broken', 'no end', '<a>'],
    ['file-broken', 'a prefix of nothing', '<a:b/>'],
    ['file-broken', 'bytes that are none of its encoding', Buffer.from('<a>\xff</a>', 'latin1')],
    ['file-broken', 'an encoding of few', '<?xml version="1.0" encoding="UTF-7"?><a/>'],
    ['file-broken', 'no XML', 'nothing of it'],
    ['file-broken', 'an encoding of few, in bytes', Buffer.from([0x4c, 0x6f, 0xa7, 0x94])],
  ])('is refused (%s) where a part has %s', async (code, _, content) => {
    const bytes = typeof content === 'string' ? text(content) : content;
    expect(await refusalOf('a.ofd', ofd({ [DOCUMENT]: bytes }))).toBe(code);
    // Whatever the part is called.
    if (code !== 'file-broken')
      expect(await refusalOf('a.ofd', ofd({ 'Doc_0/a.jpg': bytes }))).toBe(code);
  });

  it.each([
    ['a handler', '<rect onload="x"/>'],
    ['a page within', '<foreignObject/>'],
    ['a picture from elsewhere', '<image href="http://x/"/>'],
    ['a link that runs', '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="data:text/html,x"/>'],
  ])('is refused where a drawing has %s', async (_, content) => {
    const drawing = text(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`);
    const code = await refusalOf('a.docx', docx({ 'word/media/image1.svg': drawing }));
    expect(code).toBe('file-holds-active-content');
  });

  it('is refused where it tells of an entry in two ways', async () => {
    const one = stored({ 'OFD.xml': text('<OFD/>'), 'Doc_0/a.txt': text('x') });
    // Its directory ends before the second entry.
    const undirected = Buffer.from(one);
    undirected.writeUInt32LE(0x00010001, undirected.lastIndexOf(Buffer.from('PK\x05\x06')) + 8);
    const samples: [string, Buffer][] = [
      ['another name', changed(one, 'Doc_0/a.txt', 'Doc_0/b.exe')],
      [
        'a name twice',
        changed(changed(one, 'Doc_0/a.txt', 'oFD.XML/./.'), 'Doc_0/a.txt', 'oFD.XML/./.', true),
      ],
      ['an entry of no directory', undirected],
    ];
    for (const [what, bytes] of samples)
      expect([what, await refusalOf('a.ofd', bytes)]).toEqual([what, 'file-broken']);
    const locked = ofd();
    locked.writeUInt16LE(1, locked.lastIndexOf(Buffer.from('PK\x01\x02')) + 8);
    expect(await refusalOf('a.ofd', locked)).toBe('file-encrypted');
  });

  it.each<[string, Buffer]>([
    ['is cut', docx().subarray(0, 200)],
    ['begins with something else', Buffer.concat([chunk('x', text('x')), docx()])],
    ['ends with something else', Buffer.concat([docx(), Buffer.from('<script>')])],
    ['is no zip', Buffer.from('PK\x03\x04')],
  ])('is refused where it %s', async (_, bytes) => {
    expect(await refusalOf('a.docx', bytes)).toMatch(/^file-(broken|not-what-it-says)$/);
  });
});

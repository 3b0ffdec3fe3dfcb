import type { Zippable } from 'fflate';
import { docx, JPEG, ofd, PNG, refusalOf, text, zip } from './testing/samples.js';

describe('a file', () => {
  it('is taken where it is what it says and does nothing by itself', async () => {
    const sheet = zip({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': text('<w/>') });
    const samples: [string, Buffer][] = [
      ['图.png', PNG],
      ['图.JPG', JPEG],
      ['图.jpeg', Buffer.concat([JPEG, Buffer.alloc(64)])],
      ['文.docx', docx()],
      ['表.docx', docx({ 'word/embeddings/sheet.xlsx': sheet })],
      ['文.ofd', ofd({ 'Doc_0/Document.xml': text('<ofd:Document/>') })],
    ];
    for (const [file, bytes] of samples)
      expect([file, await refusalOf(file, bytes)]).toEqual([file, null]);
  });

  it('is refused where its ending and its content differ, or it is two things at once', async () => {
    const hidden = zip({ 'a.txt': text('x') });
    const samples: [string, Buffer, string][] = [
      ['空.pdf', Buffer.alloc(0), 'file-empty'],
      ['a.exe', Buffer.from('MZ'), 'file-type-not-allowed'],
      ['a', PNG, 'file-type-not-allowed'],
      ['a.pdf.exe', PNG, 'file-type-not-allowed'],
      ['a.pdf', PNG, 'file-not-what-it-says'],
      ['a.png', Buffer.from('MZ\x90'), 'file-not-what-it-says'],
      ['a.docx', ofd(), 'file-not-what-it-says'],
      ['a.ofd', docx(), 'file-not-what-it-says'],
      ['a.ofd', zip({ 'x/OFD.xml': text('<OFD/>') }), 'file-not-what-it-says'],
      ['a.png', Buffer.concat([PNG, hidden]), 'file-two-kinds'],
      ['a.docx', Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()]), 'file-not-what-it-says'],
      ['a.docx', Buffer.concat([docx(), Buffer.from('<script>')]), 'file-broken'],
      ['a.docx', docx().subarray(0, 200), 'file-broken'],
    ];
    for (const [file, bytes, code] of samples)
      expect([file, code, await refusalOf(file, bytes)]).toEqual([file, code, code]);
  });

  it('is refused where it holds a program, an archive, or too much', async () => {
    const zeros = new Uint8Array(8 * 1024 * 1024);
    const many = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, n) => [`Doc_0/${n}.xml`, text('<a/>')]),
    );
    const lying = ofd({ 'Doc_0/a.xml': zeros });
    // The directory says that nothing is in it.
    lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from('PK\x01\x02')) + 24);
    const samples: [string, Buffer, string][] = [
      ['a.ofd', ofd({ 'Doc_0/Res/setup.exe': text('x') }), 'file-holds-program'],
      ['a.ofd', ofd({ 'Doc_0/Res/image.png': text('MZ\x90\0') }), 'file-holds-program'],
      ['a.ofd', ofd({ 'Doc_0/Res/x.dat': Buffer.from('\x7fELF') }), 'file-holds-program'],
      ['a.docx', docx({ 'word/media/run.js': text('x') }), 'file-holds-program'],
      [
        'a.docx',
        docx({ 'word/embeddings/o.dat': Buffer.from('d0cf11e0a1b11ae1', 'hex') }),
        'file-holds-program',
      ],
      ['a.ofd', ofd({ 'Doc_0/Res/more.zip': zip({ a: text('x') }) }), 'file-nested'],
      ['a.ofd', ofd({ 'Doc_0/Res/more.dat': zip({ a: text('x') }) }), 'file-nested'],
      ['a.ofd', ofd({ 'Doc_0/Res/more.dat': Buffer.from('Rar!\x1a') }), 'file-nested'],
      [
        'a.docx',
        docx({ 'word/embeddings/a.docx': docx({ 'word/embeddings/b.docx': docx() }) }),
        'file-nested',
      ],
      ['a.ofd', ofd({ 'Doc_0/a.xml': zeros }), 'file-expands-too-much'],
      ['a.ofd', ofd(many), 'file-expands-too-much'],
      ['a.ofd', lying, 'file-broken'],
      [
        'a.ofd',
        ofd({ 'Doc_0/a.xml': text('<!DOCTYPE a [<!ENTITY b "c">]>') }),
        'file-holds-entities',
      ],
    ];
    for (const [file, bytes, code] of samples)
      expect([code, await refusalOf(file, bytes)]).toEqual([code, code]);
  });

  it('is refused where an office document acts or loads from elsewhere', async () => {
    const relation = (type: string) =>
      text(
        `<Relationships><Relationship Id="1" Type="http://schemas/relationships/${type}" Target="http://x/" TargetMode="External"/></Relationships>`,
      );
    const field = '<w:instrText>DDEAU</w:instrText><w:instrText>TO c:\\\\x </w:instrText>';
    const samples: Zippable[] = [
      { 'word/vbaProject.xml': text('x') },
      { 'word/activeX/activeX1.xml': text('<x/>') },
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate') },
      { 'word/_rels/document.xml.rels': relation('oleObject') },
      { 'word/document.xml': text(`<w:document>${field}</w:document>`) },
    ];
    for (const more of samples)
      expect(await refusalOf('a.docx', docx(more))).toBe('file-holds-active-content');
    const link = { 'word/_rels/document.xml.rels': relation('hyperlink') };
    expect(await refusalOf('a.docx', docx(link))).toBeNull();
  });
});

import type { Zippable } from 'fflate';
import { docx, refusalOf, text, TYPES, W, zip } from '../../testing/samples.js';

const ACTIVE = 'file-holds-active-content';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const relations = (inside: string, name = 'word/_rels/document.xml.rels'): Zippable => ({
  [name]: text(`<Relationships ${RELATIONS}>${inside}</Relationships>`),
});
const relation = (type: string, rest = 'Target="http://x/" TargetMode="External"') =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" ${rest}/>`;
const document = (inside: string, names = W): Zippable => ({
  'word/document.xml': text(`<w:document ${names}><w:body>${inside}</w:body></w:document>`),
});
const types = (more: string): Zippable => ({
  '[Content_Types].xml': text(TYPES.replace('</Types>', `${more}</Types>`)),
});
const field = (...instructions: string[]) =>
  `<w:fldChar w:fldCharType="begin"/>${instructions.map((one) => `<w:instrText>${one}</w:instrText>`).join('')}<w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/>`;
const VML = 'xmlns:v="urn:schemas-microsoft-com:vml"';
const sheetOf = (inside: string): Zippable => ({
  'word/embeddings/a.xlsx': zip({
    'xl/worksheets/sheet1.xml': text(`<worksheet>${inside}</worksheet>`),
  }),
});

describe('a document of Word', () => {
  it.each<[string, Zippable]>([
    ['links', relations(relation('hyperlink'))],
    [
      'links by mail',
      relations(relation('hyperlink', 'Target="mailto:a@b" TargetMode="External"')),
    ],
    ['pictures', relations(relation('image', 'Target="media/image1.png"'))],
    [
      'fields',
      document(field('PAGE') + field(' HYPERLINK "https://x/DDE" ') + field('= ', '1 + 2')),
    ],
    [
      'fields in fields',
      document(field('IF ').replace('<w:fldChar w:fldCharType="separate"/>', field('PAGE'))),
    ],
    ['the word DDE', document('<w:t>DDE 与 LINK</w:t>')],
    ['pictures that came from elsewhere', document(`<v:imagedata ${VML} src="file:///C:/a.png"/>`)],
    ['formulas', sheetOf('<f>SUM(A1:A2)*2</f><t>cmd|x!</t>')],
    [
      'a kind that no part has',
      types('<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
    ],
  ])('is taken with %s', async (_, more) => {
    expect(await refusalOf('a.docx', docx(more))).toBeNull();
  });

  it('is taken whatever its main part is called', async () => {
    const bytes = zip({
      '[Content_Types].xml': text(TYPES.replace('/word/document.xml', '/word/document2.xml')),
      'word/document2.xml': text(`<w:document ${W}/>`),
    });
    expect(await refusalOf('a.docx', bytes)).toBeNull();
  });

  it.each<[string, Zippable]>([
    ['a template', relations(relation('attachedTemplate'))],
    ['an object', relations(relation('oleObject', 'Target="embeddings/o.dat"'))],
    ['another document', relations(relation('aFChunk', 'Target="a.dat"'))],
    ['a picture from elsewhere', relations(relation('image'))],
    ['an address that is said to be within', relations(relation('image', 'Target="http://x"'))],
    ['a share', relations(relation('image', 'Target="\\\\x\\y"'))],
    ['an add-in', relations(relation('webextension', 'Target="a.xml"'))],
    [
      'an entity for a letter',
      relations(relation('image', 'Target="x" TargetMode="Ext&#x65;rnal"')),
    ],
    ['an entity in the type', relations(relation('oleObj&#101;ct', 'Target="x"'))],
    [
      'a bracket in a value',
      relations(relation('image', 'Title=">" Target="x" TargetMode="External"')),
    ],
    [
      'a prefix',
      {
        'word/_rels/document.xml.rels': text(
          `<p:Relationships ${RELATIONS.replace('xmlns', 'xmlns:p')}><p:${relation('frame').slice(1)}</p:Relationships>`,
        ),
      },
    ],
    ['a name in capitals', relations(relation('image'), 'word/_rels/document.xml.RELS')],
    ['another name', relations(relation('image'), 'word/media/image1.png')],
    [
      'a link that runs',
      relations(relation('hyperlink', 'Target="ms-msdt:/id" TargetMode="External"')),
    ],
    [
      'the strict name',
      relations(
        relation('x').replace(
          /Type="[^"]*"/,
          'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/control"',
        ),
      ),
    ],
  ])('is refused where its relations lead to %s', async (_, more) => {
    expect(await refusalOf('a.docx', docx(more))).toBe(ACTIVE);
  });

  it.each<[string, string]>([
    ['in pieces', field('DDEAU', 'TO c:\\\\x')],
    ['with entities', field('&#68;DE c:\\\\x')],
    ['in CDATA', field('<![CDATA[DDEAUTO c:]]>')],
    ['under another prefix', field('DDE x').replaceAll('w:', 'z:')],
    ['at once', '<w:fldSimple w:instr=" &#x44;DEAUTO x"/>'],
    ['at once, with a bracket', '<w:fldSimple w:x=">" w:instr="ddeauto x"/>'],
    ['by what another yields', `<w:fldChar w:fldCharType="begin"/>${field('QUOTE 68 68 69')}`],
    ['that was deleted', field('DDE x').replaceAll('instrText', 'delInstrText')],
    ['without an end', '<w:fldChar w:fldCharType="begin"/><w:instrText>DDE x</w:instrText>'],
    ['without a beginning', '<w:instrText>DDEAU</w:instrText><w:instrText>TO x</w:instrText>'],
    ['from another document', field('INCLUDETEXT "\\\\\\\\x\\\\y"')],
    ['to a program', field('LINK Excel.Sheet.12 x')],
    ['by a link that runs', field('HYPERLINK "javascript:x"')],
  ])('is refused with a field that acts, %s', async (_, inside) => {
    const names = `${W} ${W.replace(':w', ':z')}`;
    expect(await refusalOf('a.docx', docx(document(inside, names)))).toBe(ACTIVE);
  });

  it.each<[string, Zippable]>([
    ['macros by their name', { 'word/vbaProject.xml': text('<x/>') }],
    ['controls by their name', { 'word/activeX/activeX1.xml': text('<x/>') }],
    [
      'macros by their kind',
      types(
        '<Override PartName="/word/a.dat" ContentType="application/vnd.ms-office.vba&#80;roject"/>',
      ),
    ],
    [
      'a kind with macros',
      types(
        '<Override PartName="/a.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      ),
    ],
    [
      'objects by their ending',
      {
        ...types(
          '<Default Extension="dat" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>',
        ),
        'word/a.dat': text('x'),
      },
    ],
    ['another document', document('<w:altChunk/>')],
    ['a data source', document('<w:connectString w:val="x"/>')],
    ['a picture from elsewhere', document(`<v:imagedata ${VML} src="http://x"/>`)],
    ['an action of a slide', document('<a action="ppaction://program?x"/>')],
    ['a linked object', document('<o:OLEObject xmlns:o="urn:x" Type="Link"/>')],
    ['DDE in a table', sheetOf('<ddeLink/>')],
    ['a formula that starts', sheetOf("<f>cmd|'/c calc'!A0</f>")],
    ['a formula that calls', sheetOf('<f>WEB&#83;ERVICE("http://x")</f>')],
    [
      'relations in a table',
      { 'word/embeddings/a.xlsx': zip(relations(relation('externalLink'))) },
    ],
  ])('is refused where it holds %s', async (_, more) => {
    expect(await refusalOf('a.docx', docx(more))).toBe(ACTIVE);
  });

  it('is refused where a part is XML by its kind only', async () => {
    const more = {
      ...types('<Override PartName="/word/a.jpg" ContentType="application/xml"/>'),
      'word/a.jpg': Buffer.from([0x4c, 0x6f, 0xa7, 0x94]),
    };
    expect(await refusalOf('a.docx', docx(more))).toBe('file-broken');
  });

  it('is refused where it is another kind of document', async () => {
    const template = zip({
      '[Content_Types].xml': text(TYPES.replace('document.main', 'template.main')),
      'word/document.xml': text(`<w:document ${W}/>`),
    });
    expect(await refusalOf('a.docx', template)).toBe('file-not-what-it-says');
  });
});

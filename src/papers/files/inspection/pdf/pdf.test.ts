import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { refusalOf, text, zip } from '../testing/samples.js';

const ACTIVE = 'file-holds-active-content';

/** Of objects as they are written, from number 2 on; number 1 is the root. */
const raw = (root: string, ...objects: string[]): Buffer =>
  Buffer.from(
    [
      '%PDF-1.7',
      ...[`<< /Type /Catalog ${root} >>`, ...objects].map((o, n) => `${n + 1} 0 obj\n${o}\nendobj`),
      'trailer\n<< /Root 1 0 R >>\n%%EOF\n',
    ].join('\n'),
    'latin1',
  );
const inRaw = (...parts: Parameters<typeof raw>) => refusalOf('a.pdf', raw(...parts));

/** Objects from number 20 on, packed into a stream as the dictionary says. */
const packed = (objects: string[], rest = '/Filter /FlateDecode', data?: Buffer): string => {
  const places = objects.map((_, n) => objects.slice(0, n).join(' ').length + Math.min(n, 1));
  const head = objects.map((_, n) => `${20 + n} ${places[n]}`).join(' ') + ' ';
  const content = data ?? deflateSync(Buffer.from(head + objects.join(' ')));
  const dict = `<< /Type /ObjStm /N ${objects.length} /First ${head.length} ${rest} >>`;
  return `${dict}\nstream\n${content.toString('latin1')}\nendstream`;
};

async function made(change: (document: PDFDocument) => void = () => undefined, streams = true) {
  const document = await PDFDocument.create();
  document.addPage();
  change(document);
  return Buffer.from(await document.save({ useObjectStreams: streams }));
}
const name = (one: string) => PDFName.of(one);
const opening = (kind: string, rest: object = {}) =>
  made((document) =>
    document.catalog.set(
      name('OpenAction'),
      document.context.obj({ Type: 'Action', S: kind, ...rest }),
    ),
  );

describe('a PDF', () => {
  it('is taken where nothing in it acts', async () => {
    const toPage = await made((document) =>
      document.catalog.set(
        name('OpenAction'),
        document.context.obj([document.getPages()[0]!.ref, name('Fit')]),
      ),
    );
    for (const bytes of [await made(), await made(undefined, false), toPage, await opening('GoTo')])
      expect(await refusalOf('a.pdf', bytes)).toBeNull();
    const honest = [
      '<< /A << /S /URI /URI (https://x/JavaScript/Launch?a=/JS) >> /Subtype /Link >>',
      '<< /Title (see /JavaScript \\) /EmbeddedFiles) /AA null /OpenAction null >>',
      '<< /ExtGState << /JS 5 0 R /G0 << /BM /Screen >> >> /Font << /AA 5 0 R >> >>',
      '<< /CharProcs << /EF 5 0 R >> /Differences [0 /AA /EF /JS /Sound] >>',
      '<< /Length 40 >>\nstream\n/JS /AA /Launch <script> 1 0 0 1 /EF <<\nendstream',
      '<< /S /Named /N /Print >>',
      '[ 1 2 3 0 R (open) <</S /D>> ] % /JavaScript',
      packed(['<< /A 1 >>', '(two)'], '/Filter [/FlateDecode] /DecodeParms null'),
      '<< /Type /Font /AA 6 0 R >>',
      'a word that is none',
    ];
    expect(await inRaw('/OpenAction 7 0 R', ...honest)).toBeNull();
    expect(
      await refusalOf('a.pdf', Buffer.concat([raw(''), Buffer.from('\r\n\0\0 x')])),
    ).toBeNull();
  });

  it.each([
    ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition'],
    ...['RichMediaExecute', 'Sound', 'Movie', 'GoTo3DView', 'Unheard', 'URI'],
  ])('is refused where it does %s when it opens', async (kind) => {
    expect(await refusalOf('a.pdf', await opening(kind))).toBe(ACTIVE);
  });

  it.each<[string, string, ...string[]]>([
    ['a script', '/Names << /JavaScript << >> >>'],
    ['a script without a kind', '/A << /JS (x) >>'],
    ['a script in another way', '/A << /JS 2 0 R >>', '<< /Length 0 >>\nstream\nendstream'],
    ['an escaped name', '/A << /S /J#61vaScr#69pt >>'],
    ['an escaped key', '/#4AS (x)'],
    ['a kind of its own object', '/A << /S 2 0 R >>', '/Launch'],
    ['a kind that stands twice', '/A << /S /Launch /S /GoTo >>'],
    ['a kind between comments', '/A << /S%\n/Lau#6ech >>'],
    ['a link that runs something', '/A << /S /URI /URI (Java\\163cript:x) >>'],
    [
      'a link that runs something, in UTF-16',
      '/A << /URI <FEFF006A006100760061007300630072006900700074003A> >>',
    ],
    ['a base that runs something', '/URI << /Base (javascript:x) >>'],
    ['files', '/Names << /EmbeddedFiles << /Names [] >> >>'],
    ['a file', '/AF [<< /Type /Filespec /EF << /F 9 0 R >> >>]'],
    ['a file by reference', '/AF [<< /EF 2 0 R >>]', '<< /F 9 0 R >>'],
    ['the bytes of a file', '', '<< /Type /EmbeddedFile >>\nstream\nx\nendstream'],
    ['an annotation with a file', '/Annots [<< /Subtype /FileAttachment >>]'],
    ['a screen', '/Annots [<< /Subtype /Screen >>]'],
    ['rich media', '/Annots [<< /Subtype /RichMedia >>]'],
    ['three dimensions', '/Annots [<< /Subtype /3D >>]'],
    ['a film', '/Annots [<< /Subtype /Movie >>]'],
    ['a sound', '/Annots [<< /Subtype /Sound >>]'],
    ['PostScript', '', '<< /Subtype /PS /Length 0 >>\nstream\nendstream'],
    ['PostScript in a form', '', '<< /Subtype /Form /Subtype2 /PS >>\nstream\nendstream'],
    ['XFA', '/AcroForm << /XFA [(x) 2 0 R] >>'],
    ['acts of its own', '/AA << /WC << /S /GoTo >> >>'],
    ['acts of its own by reference', '/AA 2 0 R', '<< /O 3 0 R >>'],
    ['a link when it opens', '/OpenAction 2 0 R', '<< /S /URI /URI (https://x) >>'],
    ['a chain when it opens', '/OpenAction << /S /GoTo /Next << /S /URI >> >>'],
    [
      'the bytes of a stream elsewhere',
      '',
      '<< /F (\\\\\\\\x\\\\y) /Length 0 >>\nstream\nendstream',
    ],
    ['a page of another file', '/XObject << /Ref << /F (x.pdf) /Page 0 >> >>'],
    ['a thread of another file', '/A << /S /Thread /F (x.pdf) >>'],
    ['a broken dictionary', '/A << x /S /Launch >>'],
    ['a broken dictionary in which keys are values', '/A << /X y /Launch /S >>'],
    ['an object that is not closed', '/A << /S /JavaScript'],
    ['a script in packed objects', '', packed(['<< /A 1 >>', '<< /S /JavaScript >>'])],
    [
      'a script in objects that are called other',
      '',
      packed(['<< /JS (x) >>']).replace('/ObjStm', '/X'),
    ],
    [
      'a script in objects that are not packed',
      '',
      packed(['<< /JS (x) >>'], '', Buffer.from('20 0 << /JS (x) >>')).replace(
        '/First 5',
        '/First 4',
      ),
    ],
    [
      'an object in a stream',
      '',
      '<< /Length 60 >>\nstream\n9 0 obj << /S /Launch >> endobj\nendstream',
    ],
    ['an object in a comment', '%9 0 obj << /S /Launch >> endobj'],
    ['an object in a string', '/X (9 0 obj << /S /Launch >> endobj)'],
    ['an object with comments in its head', '', '1 endobj 9%x\n0%y\nobj<< /S /Launch >>'],
    ['an object far behind its number', '', `1 endobj 9 0${' '.repeat(400)}obj<< /S /Launch >>`],
    ['an object behind a long comment', '', `1 endobj 9 0%${'x'.repeat(400)}\nobj<< /S /Launch >>`],
    ['an object whose comment lies', '/AA 9 0 R', '1 endobj 9 0%5 0\nobj<< /O 3 0 R >>'],
    ['a number used twice', '', '1 endobj 1 0 obj << /S /Launch >> endobj 1 0 obj 1'],
  ])('is refused where it holds %s', async (_, root, ...objects) => {
    expect(await inRaw(root, ...objects)).toBe(ACTIVE);
  });

  it('is refused in each way of writing, and after what a later revision took away', async () => {
    const acts = [
      (document: PDFDocument) => document.addJavaScript('x', 'app.alert(1)'),
      (document: PDFDocument) => void document.attach(Buffer.from('x'), 'x.txt'),
      (document: PDFDocument) =>
        document.catalog.set(
          name('AcroForm'),
          document.context.obj({ XFA: PDFHexString.of('00') }),
        ),
      (document: PDFDocument) =>
        document.catalog.set(
          name('A'),
          document.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') }),
        ),
    ];
    for (const act of acts)
      for (const streams of [true, false]) {
        const bytes = await made(act, streams);
        const end = Buffer.from('1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n');
        expect(await refusalOf('a.pdf', Buffer.concat([bytes, end]))).toBe(ACTIVE);
      }
  });

  it('is refused where it cannot be looked into, or unpacks to too much', async () => {
    const bomb = packed(['1'], '/Filter /FlateDecode', deflateSync(Buffer.alloc(80_000_000)));
    const samples: [string, string, ...string[]][] = [
      ['file-encrypted', '/X << /Encrypt << /Filter /Standard >> >>'],
      ['file-encrypted', '', '<< /Type /XRef /Encrypt 9 0 R >>\nstream\nendstream'],
      ['file-expands-too-much', '', bomb],
      [
        'file-expands-too-much',
        '',
        '<< /Filter [/FlateDecode /Fl /DCTDecode] >>\nstream\nendstream',
      ],
      ['file-broken', '', packed(['1'], '/Filter /FlateDecode /Filter /Fl')],
      ['file-broken', '', packed(['1'], '/Filter /LZWDecode')],
      ['file-broken', '', packed(['1'], '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>')],
      ['file-broken', '', packed(['1'], '/Filter /FlateDecode', Buffer.from('nothing of it'))],
      ['file-broken', '', packed(['1']).replace('/First', '/First 9 0 R /First')],
      ['file-broken', `/X ${'['.repeat(200)}`],
    ];
    for (const [code, ...parts] of samples)
      expect([parts, await inRaw(...parts)]).toEqual([parts, code]);
    const whole = raw('');
    const bytes: [string, Buffer][] = [
      ['file-broken', Buffer.from('%PDF-1.7\n%%EOF')],
      ['file-broken', whole.subarray(0, -8)],
      ['file-two-kinds', Buffer.concat([whole, zip({ a: text('x') })])],
      ['file-two-kinds', Buffer.concat([whole, Buffer.from('<html>')])],
      ['file-holds-program', Buffer.concat([whole, Buffer.from('\n\x7fELF')])],
    ];
    for (const [code, one] of bytes) expect(await refusalOf('a.pdf', one)).toBe(code);
  });

  it('costs no more than it is long', async () => {
    const nested = raw('', ...Array.from({ length: 20_000 }, () => '('));
    expect(await refusalOf('a.pdf', nested)).toBe('file-too-complex');
    const many = raw(
      '',
      ...Array.from({ length: 50_000 }, (_, n) => `<< /N ${n} 0 R /A [1 2 3] >>`),
    );
    expect(await refusalOf('a.pdf', many)).toBeNull();
  });
});

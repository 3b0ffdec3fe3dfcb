import fc from 'fast-check';
import { docx, JPEG, ofd, PNG, refusalOf, text, zip } from './testing/samples.js';
import { fileTasks } from './inspect.js';

const PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /A [(b) <41> 2 0 R] >>\nendobj\n' +
    '2 0 obj << /N 1 /First 4 /Length 9 >>\nstream\n20 0 <<>>\nendstream endobj\n' +
    'trailer << /Root 1 0 R >>\n%%EOF\n',
);
const sheet = zip({ 'xl/workbook.xml': text('<w/>') });
const HONEST: readonly (readonly [string, Buffer])[] = [
  ['图.png', PNG],
  ['图.JPG', JPEG],
  ['图.jpeg', Buffer.concat([JPEG, Buffer.alloc(64)])],
  ['文.pdf', PDF],
  ['文.docx', docx()],
  ['表.docx', docx({ 'word/embeddings/sheet.xlsx': sheet })],
  ['文.ofd', ofd({ 'Doc_0/Res/image.png': PNG })],
];

describe('a file', () => {
  it.each(HONEST)('is taken where it is what it says: %s', async (file, bytes) => {
    expect(await refusalOf(file, bytes)).toBeNull();
  });

  it.each<[string, Buffer, string]>([
    ['空.pdf', Buffer.alloc(0), 'file-empty'],
    ['a.exe', Buffer.from('MZ'), 'file-type-not-allowed'],
    ['a', PNG, 'file-type-not-allowed'],
    ['a.pdf.exe', PDF, 'file-type-not-allowed'],
    ['a.pdf', PNG, 'file-not-what-it-says'],
    ['a.png', Buffer.from('MZ\x90'), 'file-not-what-it-says'],
    ['a.docx', ofd(), 'file-not-what-it-says'],
    ['a.ofd', docx(), 'file-not-what-it-says'],
    ['a.ofd', zip({ 'x/OFD.xml': text('<OFD/>') }), 'file-not-what-it-says'],
    ['a.png', Buffer.concat([PNG, sheet]), 'file-two-kinds'],
    ['a.jpg', Buffer.concat([JPEG, sheet]), 'file-two-kinds'],
    ['a.pdf', Buffer.concat([PDF, sheet]), 'file-two-kinds'],
  ])(
    'is refused where its ending and its content differ, or it is two things: %s',
    async (...of) => {
      const [file, bytes, code] = of;
      expect(await refusalOf(file, bytes)).toBe(code);
    },
  );

  /** Of an honest file: bytes cut off at the end, changed, taken out and put in. */
  const spoilt = fc
    .record({
      which: fc.nat({ max: HONEST.length - 1 }),
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
      changes: fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          take: fc.nat({ max: 8 }),
          put: fc.uint8Array({ maxLength: 8 }),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ which, keep, changes }): [string, Buffer] => {
      const [file, whole] = HONEST[which]!;
      const start = changes.length > 0 ? whole : whole.subarray(0, Math.ceil(whole.length * keep));
      const spoil = (bytes: Buffer, { at, take, put }: (typeof changes)[number]): Buffer => {
        const place = Math.floor(at * bytes.length);
        return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + take)]);
      };
      return [file, changes.reduce(spoil, start)];
    });

  it('is taken or refused with a reason, however it is spoilt', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt, async ([file, bytes]) => {
        const inspected = await fileTasks.inspectFile(file, bytes);
        if ('mime' in inspected) return;
        expect(inspected.fault).toBeUndefined();
        expect(inspected.refusal).toEqual({
          code: expect.stringMatching(/^file-[a-z-]+$/),
          message: expect.stringMatching(/\p{Script=Han}/u),
        });
      }),
      { numRuns: 1_500 },
    );
  });
});

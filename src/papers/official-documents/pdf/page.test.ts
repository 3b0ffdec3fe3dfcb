import { chineseDate } from '../chinese-date.js';
import { KINDS } from '../kinds/index.js';
import { previewPdf } from '../preview.js';
import { writePdf, type Printed } from './page.js';

const printed: Printed = {
  content: {
    title: '受理通知书',
    paragraphs: [
      { kind: 'flush', text: '张晓梅：' },
      { kind: 'plain', text: '你提出的“食品经营许可”申请，经审查，决定予以受理。' },
    ],
  },
  number: '海市监许受字〔2026〕第1号',
  organisation: '海城市市场监督管理局',
  dated: new Date('2026-11-27T00:00:00+08:00'),
  verifyAt: 'http://localhost:3000/verify/0123456789abcdef0123456789abcdef',
};

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;

describe('a document as PDF', () => {
  it('is the same bytes for the same words, so that a repeat has the same digest', async () => {
    const [first, second] = await Promise.all([writePdf(printed), writePdf(printed)]);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second.equals(first)).toBe(true);
    const other = await writePdf({ ...printed, number: '海市监许受字〔2026〕第2号' });
    expect(other.equals(first)).toBe(false);
  });

  it('carries its Chinese font in it, cut down to the letters used', async () => {
    const pdf = await writePdf(printed);
    expect(pdf.toString('latin1')).toMatch(/\+NotoSansSC/);
    expect(pdf.length).toBeLessThan(80_000);
  });

  it('goes on over pages and takes its signature along', async () => {
    const long = { kind: 'plain' as const, text: '须补正的内容很多。'.repeat(40) };
    const content = { ...printed.content, paragraphs: Array.from({ length: 12 }, () => long) };
    expect(pagesOf(await writePdf({ ...printed, content }))).toBeGreaterThan(2);
    expect(pagesOf(await writePdf(printed))).toBe(1);
  });

  it('is dated by the day in China', () => {
    expect(chineseDate(new Date('2026-11-26T16:00:00Z'))).toBe('2026年11月27日');
  });

  it.each(KINDS.map((kind) => [kind.code, kind] as const))(
    'previews the built-in template of %s on one page',
    async (_, kind) => {
      expect(pagesOf(await previewPdf(kind, kind.template))).toBe(1);
    },
  );
});

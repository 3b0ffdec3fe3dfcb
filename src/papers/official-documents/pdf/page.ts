/** A document as PDF, A4 upright: title, number, paragraphs, the body's name under its seal, the QR. */
import PDFDocument from 'pdfkit';
import { chineseDate } from '../chinese-date.js';
import type { Content, Paragraph } from '../template.js';
import { fonts } from './fonts.js';
import { drawQr } from './qr.js';
import { drawSeal } from './seal-picture.js';

export interface Printed {
  content: Content;
  number: string;
  organisation: string;
  dated: Date;
  /** Address in the QR. */
  verifyAt: string;
  /** Across every page of what is no document yet. */
  watermark?: string;
}

/** Points; 1 cm = 28.35. */
const MARGIN = 76;
const BODY_SIZE = 13;
const LINE_GAP = 9;
const SEAL_RADIUS = 56;
const SIGNATURE_HEIGHT = 128;
const FOOT = 84;

/** The same content gives the same bytes: the digest of a repeat is the digest. */
export async function writePdf(printed: Printed): Promise<Buffer> {
  const { regular } = fonts();
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT + 12 },
    // Typed as a name or a file only; pdfkit also takes a font that is read already.
    font: regular as string,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: printed.content.title,
      Author: printed.organisation,
      Subject: printed.number,
      CreationDate: printed.dated,
      ModDate: printed.dated,
    },
  });
  const bytes = collected(doc);
  drawHead(doc, printed);
  printed.content.paragraphs.forEach((paragraph, index, { length }) => {
    if (index === length - 1) keepWithSignature(doc, paragraph);
    drawParagraph(doc, paragraph);
  });
  drawSignature(doc, printed);
  drawFeet(doc, printed);
  doc.end();
  return bytes;
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function drawHead(doc: PDFKit.PDFDocument, { content, number, organisation }: Printed): void {
  const { regular, bold } = fonts();
  doc.font(bold).fontSize(17).text(organisation, { align: 'center' });
  doc.moveDown(0.2).fontSize(23).text(content.title, { align: 'center', characterSpacing: 2 });
  doc.moveDown(0.6).font(regular).fontSize(12).text(number, { align: 'right' });
  doc.moveDown(0.9).fontSize(BODY_SIZE);
}

/** A signature never stands on a page without words: the last paragraph goes along. */
function keepWithSignature(doc: PDFKit.PDFDocument, { kind, text }: Paragraph): void {
  const width = doc.page.width - 2 * MARGIN;
  const indent = kind === 'flush' ? 0 : 2 * BODY_SIZE;
  doc.font(fonts().regular).fontSize(BODY_SIZE);
  const height = doc.heightOfString(text, { width, indent, lineGap: LINE_GAP });
  const room = doc.page.height - FOOT - doc.y;
  if (height + SIGNATURE_HEIGHT > room && height < doc.page.height / 3) doc.addPage();
}

function drawParagraph(doc: PDFKit.PDFDocument, { kind, text }: Paragraph): void {
  const indent = kind === 'flush' ? 0 : 2 * BODY_SIZE;
  doc.font(fonts().regular).fontSize(BODY_SIZE);
  doc.text(text, MARGIN, doc.y, { indent, lineGap: LINE_GAP, paragraphGap: 2, align: 'left' });
}

/** Name and day at the right, the seal's centre upon them; never alone on another page by halves. */
function drawSignature(doc: PDFKit.PDFDocument, { organisation, dated }: Printed): void {
  if (doc.y + SIGNATURE_HEIGHT > doc.page.height - FOOT) doc.addPage();
  const width = 230;
  const left = doc.page.width - MARGIN - width;
  const top = doc.y + 48;
  doc.font(fonts().regular).fontSize(BODY_SIZE);
  doc.text(organisation, left, top, { width, align: 'center' });
  doc.text(chineseDate(dated), left, doc.y + 8, { width, align: 'center' });
  const centre = { x: left + width / 2, y: top + 18 };
  drawSeal(doc, { ...centre, radius: SEAL_RADIUS, name: organisation });
}

/** On every page where it is verified and which page it is. */
function drawFeet(doc: PDFKit.PDFDocument, { verifyAt, number, watermark }: Printed): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    // Text below the bottom margin would open a page of its own.
    doc.page.margins.bottom = 0;
    const top = doc.page.height - FOOT;
    doc.strokeColor('#bbbbbb').lineWidth(0.5);
    doc
      .moveTo(MARGIN, top - 8)
      .lineTo(doc.page.width - MARGIN, top - 8)
      .stroke();
    drawQr(doc, verifyAt, { x: MARGIN, y: top, size: 60 });
    doc.font(fonts().regular).fontSize(8.5).fillColor('#555555');
    const right = { x: MARGIN + 72, width: doc.page.width - 2 * MARGIN - 72 };
    const lines = [
      '本文书加盖电子印章，与纸质文书具有同等效力。扫描二维码或登录下列网址核验真伪：',
      verifyAt,
      `${number}　第 ${index - start + 1} 页，共 ${count} 页`,
    ];
    lines.forEach((line, row) =>
      doc.text(line, right.x, top + 6 + row * 17, { width: right.width, lineBreak: false }),
    );
    doc.fillColor('#000000');
    if (watermark) drawWatermark(doc, watermark);
  }
}

function drawWatermark(doc: PDFKit.PDFDocument, text: string): void {
  const { width, height } = doc.page;
  doc.save().rotate(-35, { origin: [width / 2, height / 2] });
  doc.font(fonts().bold).fontSize(64).fillColor('#c3272b').fillOpacity(0.14);
  doc.text(text, 0, height / 2 - 40, { width, align: 'center', lineBreak: false });
  doc.restore().fillColor('#000000').fillOpacity(1);
}

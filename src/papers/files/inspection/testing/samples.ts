/** Files as tests hand them in: honest ones, and the parts to make others of. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { fileTasks } from '../inspect.js';

/** The code it is refused with; null = taken. */
export async function refusalOf(fileName: string, bytes: Uint8Array): Promise<string | null> {
  const inspected = await fileTasks.inspectFile(fileName, bytes);
  return 'refusal' in inspected ? inspected.refusal.code : null;
}

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** One chunk; its checksum is nobody's business here. */
export const chunk = (kind: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind, 'latin1'), data, Buffer.alloc(4)]);
};
/** With more chunks before its end. */
export const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([PNG.subarray(0, -12), ...chunks, PNG.subarray(-12)]);

export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const segment = (marker: number, data: Uint8Array | string): Buffer => {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};
/** Pixels as a scan has them: no FF without the zero that says it is none of a marker. */
export const scan = (pixels: Uint8Array): Buffer =>
  Buffer.concat([
    segment(0xda, '\x01\x01\x00\x00\x3f\x00'),
    Buffer.from(Buffer.from(pixels).toString('latin1').replaceAll('\xff', '\xff\0'), 'latin1'),
  ]);
/** With more segments and scans before its end. */
export const jpeg = (...parts: Buffer[]): Buffer =>
  Buffer.concat([JPEG.subarray(0, -2), ...parts, JPEG.subarray(-2)]);

export const text = (content: string): Uint8Array => strToU8(content);
export const zip = (entries: Zippable): Buffer => Buffer.from(zipSync(entries));

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/></Types>`;
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const docx = (more: Zippable = {}): Buffer =>
  zip({
    '[Content_Types].xml': text(TYPES),
    'word/document.xml': text(`<w:document ${W}/>`),
    ...more,
  });
export const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';
export const ofd = (more: Zippable = {}): Buffer =>
  zip({ 'OFD.xml': text(`<ofd:OFD ${OFD}/>`), ...more });

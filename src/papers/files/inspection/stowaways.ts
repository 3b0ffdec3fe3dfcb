/**
 * What a file may carry besides what it says it is: another file that a careless reader would open. Parts
 * are searched by what they are. The pixels of a photo are bytes of chance, in which every short word
 * stands sooner or later: there only words are looked for that chance does not write (at 48 bits, one
 * photo of 20 MB in ten million).
 */
import { refusePrograms } from './executables.js';
import { refuse } from './refusal.js';

/** Pages, scripts, programs and archives by words of 48 bits and more. */
const ANYWHERE =
  /<script|<!doctype|<iframe|javascript:|Rar!\x1a\x07|7z\xbc\xaf'\x1c|This program (?:cannot|must) be run/i;
/** In what holds few bytes of chance (metadata, what lies behind a picture): 36 bits. */
const IN_METADATA = /<html|<\?php|%PDF-/i;
/** In texts, where nothing stands by chance. */
const IN_TEXT = /<(?:script|html|\?php|!doctype|svg|iframe|%@)|javascript:|%PDF-/i;

/** A reader of PDF looks for its beginning so far into a file, bytes. */
const WHERE_PDF_BEGINS = 1_024;

export const twoKinds = (): never =>
  refuse('file-two-kinds', '在自身内容之外还藏有其他内容，不能接收；请另存或重新导出后再上传');

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

/** @throws Refused `file-two-kinds` */
export function searchText(bytes: Buffer): void {
  if (IN_TEXT.test(latin1(bytes))) twoKinds();
}

/** @throws Refused `file-two-kinds` */
export function searchMetadata(bytes: Buffer): void {
  if (IN_METADATA.test(latin1(bytes))) twoKinds();
}

/**
 * The file as a whole, whatever its parts are.
 * @throws Refused `file-two-kinds`
 */
export function searchWhole(bytes: Buffer): void {
  const text = latin1(bytes);
  if (ANYWHERE.test(text) || text.slice(0, WHERE_PDF_BEGINS).includes('%PDF-', 1)) twoKinds();
  refuseZipAtEnd(bytes);
}

/**
 * What lies behind the end of a picture or a document. Cameras put padding, smaller pictures, a short film
 * and notes of their own there.
 * @throws Refused `file-two-kinds`, `file-holds-program`
 */
export function searchBehind(bytes: Buffer): void {
  const start = bytes.findIndex((byte) => !PADDING.has(byte));
  if (start < 0) return;
  const rest = bytes.subarray(start);
  refusePrograms(rest, '结尾之后');
  if (rest.subarray(0, 4).equals(ZIP)) twoKinds();
  searchMetadata(rest);
}

const PADDING = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xff]);
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** A zip is read from its end: in a file that begins as something else it is a second one. */
export function refuseZipAtEnd(bytes: Buffer): void {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length) twoKinds();
  }
}

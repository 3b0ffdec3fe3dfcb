/** Pictures are judged by their structure: each part is what the format says it is, and searched as such. */
import { refuse } from './refusal.js';
import { searchBehind, searchMetadata, searchText, searchWhole } from './stowaways.js';

/** What a browser unpacks to a gigabyte; a camera of 200 million pixels is below it. */
const MOST_PIXELS = 250_000_000;

const broken = (): never => refuse('file-broken', '不完整，可能已损坏；请重新拍摄或导出后再上传');

function requireSize(width: number, height: number): void {
  if (width * height > MOST_PIXELS)
    refuse('file-expands-too-much', '像素过多（疑似压缩炸弹），不能接收；请缩小后再上传');
}

const PNG_SIGNATURE = 8;
const PNG_TEXTS = new Set(['tEXt', 'iTXt', 'zTXt']);
const PNG_PIXELS = new Set(['IDAT', 'fdAT']);

/**
 * ISO/IEC 15948: chunks from IHDR to IEND.
 * @throws Refused `file-broken`, `file-two-kinds`, `file-holds-program`, `file-expands-too-much`
 */
export function inspectPng(bytes: Buffer): void {
  let at = PNG_SIGNATURE;
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    at += 12 + bytes.readUInt32BE(at);
    if (first !== (kind === 'IHDR') || !/^[A-Za-z]{4}$/.test(kind) || at > bytes.length) broken();
    if (first && data.length !== 13) broken();
    if (first) requireSize(data.readUInt32BE(0), data.readUInt32BE(4));
    if (PNG_TEXTS.has(kind)) searchText(data);
    else if (!PNG_PIXELS.has(kind)) searchMetadata(data);
    if (kind !== 'IEND') continue;
    searchBehind(bytes.subarray(at));
    return searchWhole(bytes);
  }
  broken();
}

const [END_OF_IMAGE, START_OF_SCAN, COMMENT, APP0, APP1, APP15] = [
  0xd9, 0xda, 0xfe, 0xe0, 0xe1, 0xef,
];
/** Markers without a segment: restarts within a scan, and one for private use. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;
/** Headers of frames; three of the row are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const XMP = 'http://ns.adobe.com/';

/**
 * ITU-T T.81: segments and scans up to EOI.
 * @throws Refused `file-broken`, `file-two-kinds`, `file-holds-program`, `file-expands-too-much`
 */
export function inspectJpeg(bytes: Buffer): void {
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) broken();
    const marker = bytes[at + 1]!;
    // Any number of FF may come before a marker.
    at += marker === 0xff ? 1 : 2;
    if (marker === 0xff || isBare(marker)) continue;
    if (marker === END_OF_IMAGE) {
      searchBehind(bytes.subarray(at));
      return searchWhole(bytes);
    }
    if (at + 2 > bytes.length) break;
    const length = bytes.readUInt16BE(at);
    if (length < 2 || at + length > bytes.length) broken();
    lookAtSegment(marker, bytes.subarray(at + 2, at + length));
    at += length;
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  broken();
}

function lookAtSegment(marker: number, data: Buffer): void {
  if (isFrame(marker) && data.length >= 5) requireSize(data.readUInt16BE(3), data.readUInt16BE(1));
  if (marker === COMMENT) searchText(data);
  if (marker === APP1 && data.subarray(0, XMP.length).equals(Buffer.from(XMP))) searchText(data);
  else if (marker >= APP0 && marker <= APP15) searchMetadata(data);
}

/** Where the next marker stands that is none of the scan's own. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && (bytes[at + 1] === 0x00 || isBare(bytes[at + 1] ?? 0)))
    at = bytes.indexOf(0xff, at + 2);
  return at < 0 ? bytes.length : at;
}

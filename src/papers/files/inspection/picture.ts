/** Pictures that are pictures to their end: behind it nothing may lie that another program reads. */
import { refuse } from './refusal.js';

const twoKinds = (): never =>
  refuse('file-two-kinds', '在图像之外还藏有其他内容，不能接收；请另存为普通图片后再上传');

/** Pages and scripts that a careless reader would run, wherever they stand. */
const MARKUP = /<(script|html|\?php|!doctype|svg|iframe|%@)|javascript:/i;

export function inspectPng(bytes: Buffer): void {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    at += 12 + length;
    if (kind !== 'IEND') continue;
    if (at !== bytes.length) twoKinds();
    inspectPicture(bytes);
    return;
  }
  refuse('file-broken', '不完整，可能已损坏；请重新拍摄或导出后再上传');
}

export function inspectJpeg(bytes: Buffer): void {
  // Cameras pad what they write, and put smaller pictures behind the picture.
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (end < 0) refuse('file-broken', '不完整，可能已损坏；请重新拍摄或导出后再上传');
  if (bytes.subarray(end + 2).some((byte) => byte !== 0)) twoKinds();
  inspectPicture(bytes);
}

function inspectPicture(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  if (MARKUP.test(text) || text.includes('%PDF-')) twoKinds();
}

/** A zip is read from its end: in a file that begins as something else it is a second one. */
export function refuseZipAtEnd(bytes: Buffer): void {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + 22 + bytes.readUInt16LE(at + 20) <= bytes.length) twoKinds();
  }
}

/**
 * Whether a zip says the same twice: its directory, which we read, and the headers before each entry, which
 * readers that take it as it comes go by.
 */
import type { Entry } from 'yauzl';
import { refuse } from '../refusal.js';

const HEADER = Buffer.from('PK\x03\x04', 'latin1');
const HEADER_LENGTH = 30;
/** The sizes stand behind the entry. */
const SIZES_FOLLOW = 0x08;
const IN_ZIP64 = 0xffffffff;

const differs = (): never =>
  refuse('file-broken', '内部目录与内容不一致，可能已损坏；请重新导出后再上传');

/** @throws Refused `file-broken` where an entry is told in two ways, overlaps another or is in no directory */
export function requireAgreement(bytes: Buffer, entries: readonly Entry[]): void {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => startOf(a) - startOf(b))) {
    if (startOf(entry) < end) differs();
    requireNothing(bytes.subarray(end, startOf(entry)));
    end = endOf(bytes, entry);
  }
  requireNothing(bytes.subarray(end));
}

const startOf = (entry: Entry): number => entry.relativeOffsetOfLocalHeader;

function requireNothing(between: Buffer): void {
  if (between.includes(HEADER)) differs();
}

function endOf(bytes: Buffer, entry: Entry): number {
  const at = startOf(entry);
  if (at + HEADER_LENGTH > bytes.length || !bytes.subarray(at, at + 4).equals(HEADER)) differs();
  const nameLength = bytes.readUInt16LE(at + 26);
  const nameAt = at + HEADER_LENGTH;
  const size = bytes.readUInt32LE(at + 18);
  const sizesFollow = (bytes.readUInt16LE(at + 6) & SIZES_FOLLOW) !== 0;
  if (
    !bytes.subarray(nameAt, nameAt + nameLength).equals(entry.fileNameRaw) ||
    bytes.readUInt16LE(at + 8) !== entry.compressionMethod ||
    (!sizesFollow && size !== IN_ZIP64 && size !== entry.compressedSize)
  )
    differs();
  return nameAt + nameLength + bytes.readUInt16LE(at + 28) + entry.compressedSize;
}

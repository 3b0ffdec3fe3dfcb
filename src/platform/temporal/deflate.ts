/**
 * DEFLATE (RFC 1951) for payloads. Most are a few hundred bytes, which hardly shrink, while each call of zlib
 * takes 256 KB of memory and most of a payload's time: these are one stored block, which every reader of
 * DEFLATE takes.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Bytes from which on compressing pays. */
const SMALL = 512;
/** The last block, stored (RFC 1951, 3.2.4): its length and that length's complement follow. */
const STORED_LAST = 0x01;
const HEADER = 5;

export function deflated(plain: Buffer): Buffer {
  if (plain.length >= SMALL) return deflateRawSync(plain);
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(STORED_LAST, 0);
  header.writeUInt16LE(plain.length, 1);
  header.writeUInt16LE(~plain.length & 0xffff, 3);
  return Buffer.concat([header, plain]);
}

/** @throws Error when it is no DEFLATE */
export function inflated(packed: Buffer): Buffer {
  const stored =
    packed.length >= HEADER &&
    packed[0] === STORED_LAST &&
    packed.readUInt16LE(1) === packed.length - HEADER &&
    packed.readUInt16LE(3) === (~(packed.length - HEADER) & 0xffff);
  return stored ? packed.subarray(HEADER) : inflateRawSync(packed);
}

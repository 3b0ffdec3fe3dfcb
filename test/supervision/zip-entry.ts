/** What a workbook holds, read without its library. */
import { inflateRawSync } from 'node:zlib';

/** A file inside a zip archive, by its central directory. */
export function entryOf(zip: Buffer, name: string): string {
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06')) + 16);
  for (; zip.readUInt32LE(at) === 0x02014b50;) {
    const length = zip.readUInt16LE(at + 28);
    const found = zip.toString('utf8', at + 46, at + 46 + length);
    const local = zip.readUInt32LE(at + 42);
    if (found === name) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const body = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8');
    }
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  throw new Error(`${name} 不在压缩包里。`);
}

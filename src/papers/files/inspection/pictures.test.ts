import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  chunk,
  JPEG,
  jpeg,
  PNG,
  png,
  refusalOf,
  scan,
  segment,
  text,
  zip,
} from './testing/samples.js';

const archive = zip({ 'a.txt': text('x') });
const frame = (width: number, height: number): Buffer => {
  const data = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  data.writeUInt16BE(height, 1);
  data.writeUInt16BE(width, 3);
  return segment(0xc0, data);
};
/** Words that scripts begin with, between bytes of a picture: chance writes them. */
const SHORT_WORDS = Buffer.from('x<%@<svg<?php<html', 'latin1');

describe('a photo', () => {
  it('is taken whatever its pixels are', async () => {
    const pixels = fc.uint8Array({ minLength: 0, maxLength: 4_000 });
    await fc.assert(
      fc.asyncProperty(pixels, async (some) => {
        const more = Buffer.concat([some, SHORT_WORDS, randomBytes(100_000)]);
        expect(await refusalOf('a.jpg', jpeg(frame(4_000, 3_000), scan(more)))).toBeNull();
        expect(await refusalOf('a.png', png(chunk('IDAT', more)))).toBeNull();
      }),
      { numRuns: 100 },
    );
    // Where one in three was refused: five megabytes of chance hold most words of three letters.
    for (let n = 0; n < 12; n += 1)
      expect(await refusalOf('a.jpg', jpeg(scan(randomBytes(5_000_000))))).toBeNull();
  }, 20_000);

  it('is taken with what cameras write into it and behind it', async () => {
    const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(50_000)]);
    const samsung = Buffer.from('\0\0\x30\x0aMotionPhoto_Data' + 'SEFHk\0\0\0SEFT', 'latin1');
    const behind = [Buffer.alloc(64), film, Buffer.concat([samsung, film]), JPEG, randomBytes(99)];
    const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), randomBytes(60_000)]));
    for (const rest of behind)
      for (const picture of [jpeg(exif, scan(randomBytes(99))), png()])
        expect(
          await refusalOf(picture[0] === 0xff ? 'a.jpg' : 'a.png', Buffer.concat([picture, rest])),
        ).toBeNull();
    const filled = jpeg(Buffer.from([0xff, 0xff]), segment(0xe2, randomBytes(60_000)));
    expect(await refusalOf('a.jpg', filled)).toBeNull();
  });

  it('is refused where a page, a script, a program or an archive lies in it', async () => {
    const xmp = (content: string) => segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${content}`);
    const behind = (picture: Buffer, what: string | Buffer) =>
      Buffer.concat([picture, Buffer.from(what as string, 'latin1')]);
    const samples: [string, Buffer, string][] = [
      ['a.jpg', jpeg(segment(0xfe, '<html><body onload=x>')), 'file-two-kinds'],
      ['a.jpg', jpeg(segment(0xfe, '<%@ page import="java.io" %>')), 'file-two-kinds'],
      ['a.jpg', jpeg(xmp('<SVG onload=alert(1)>')), 'file-two-kinds'],
      ['a.jpg', jpeg(segment(0xe1, 'Exif\0\0<?PHP x')), 'file-two-kinds'],
      ['a.jpg', jpeg(segment(0xed, '%PDF-1.4')), 'file-two-kinds'],
      ['a.jpg', jpeg(scan(Buffer.from('%PDF-1.4 1 0 obj'))), 'file-two-kinds'],
      ['a.jpg', jpeg(scan(Buffer.from('<script>x</script>'))), 'file-two-kinds'],
      ['a.jpg', jpeg(scan(Buffer.from('Rar!\x1a\x07\0'))), 'file-two-kinds'],
      ['a.jpg', behind(JPEG, '<?php x ?>'), 'file-two-kinds'],
      ['a.jpg', behind(JPEG, Buffer.concat([Buffer.alloc(9), archive])), 'file-two-kinds'],
      ['a.jpg', behind(JPEG, archive.subarray(0, 40)), 'file-two-kinds'],
      ['a.jpg', jpeg(scan(archive)), 'file-two-kinds'],
      ['a.jpg', behind(JPEG, '\0\0MZ\x90'), 'file-holds-program'],
      ['a.jpg', behind(JPEG, '#!/bin/sh'), 'file-holds-program'],
      ['a.png', behind(PNG, '\r\n<script>'), 'file-two-kinds'],
      ['a.png', png(chunk('tEXt', Buffer.from('Comment\0<svg/onload=x>'))), 'file-two-kinds'],
      ['a.png', png(chunk('prIv', Buffer.from('<?php'))), 'file-two-kinds'],
      ['a.png', png(chunk('IDAT', Buffer.from('<iframe src=x>'))), 'file-two-kinds'],
    ];
    for (const [file, bytes, code] of samples)
      expect([bytes.toString('latin1', 20, 80), await refusalOf(file, bytes)]).toEqual([
        expect.anything(),
        code,
      ]);
  });

  it('is refused where it is none, or unpacks to gigabytes', async () => {
    const size = Buffer.from(PNG);
    size.writeUInt32BE(60_000, 16);
    size.writeUInt32BE(60_000, 20);
    const samples: [string, Buffer, string][] = [
      ['a.png', PNG.subarray(0, 40), 'file-broken'],
      ['a.png', Buffer.concat([PNG.subarray(0, 8), PNG.subarray(33)]), 'file-broken'],
      ['a.png', png(chunk('I\0DT', Buffer.alloc(4))), 'file-broken'],
      ['a.jpg', JPEG.subarray(0, -2), 'file-broken'],
      ['a.jpg', jpeg(Buffer.from('not a segment')), 'file-broken'],
      ['a.jpg', jpeg(Buffer.from([0xff, 0xe1, 0, 1])), 'file-broken'],
      ['a.png', size, 'file-expands-too-much'],
      ['a.jpg', jpeg(frame(65_000, 65_000)), 'file-expands-too-much'],
    ];
    for (const [file, bytes, code] of samples) expect(await refusalOf(file, bytes)).toBe(code);
  });
});

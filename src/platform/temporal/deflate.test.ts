import { inflateRawSync, deflateRawSync } from 'node:zlib';
import { deflated, inflated } from './deflate.js';

const LENGTHS = [0, 1, 5, 255, 256, 511, 512, 513, 70_000];
const textOf = (length: number): Buffer => Buffer.from('市政'.repeat(length)).subarray(0, length);

it.each(LENGTHS)('%i bytes come back, also by zlib itself', (length) => {
  const packed = deflated(textOf(length));
  expect(inflated(packed)).toEqual(textOf(length));
  expect(inflateRawSync(packed)).toEqual(textOf(length));
});

it.each(LENGTHS)('%i bytes come back that zlib packed', (length) => {
  expect(inflated(deflateRawSync(textOf(length)))).toEqual(textOf(length));
});

it('what is small is not blown up, what is large shrinks', () => {
  expect(deflated(textOf(200))).toHaveLength(205);
  expect(deflated(textOf(5_000)).length).toBeLessThan(200);
});

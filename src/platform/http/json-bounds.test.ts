import fc from 'fast-check';
import { faultOfJson, type JsonBounds } from './json-bounds.js';

const BOUNDS: JsonBounds = { depth: 4, members: 5, values: 12 };
const faultOf = (text: string, bounds = BOUNDS) => faultOfJson(Buffer.from(text), bounds);

describe('the bounds of JSON', () => {
  it.each([
    ['{"a":[{"b":[1]}]}', undefined],
    ['{"a":[{"b":[[1]]}]}', { fault: 'depth', field: '/a/0/b/0/0' }],
    ['[1,2,3,4,5]', undefined],
    ['{"x":[1,2,3,4,5,6]}', { fault: 'members', field: '/x/5' }],
    ['{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}', { fault: 'members', field: '/e' }],
    ['[[1,2,3],[1,2,3],[1,2,3],[1,2,3],[1]]', { fault: 'values', field: '/3' }],
  ])('are told with their place: %s', (text, found) => {
    expect(faultOf(text)).toEqual(found);
  });

  it.each([
    ['{"a":"[[[[[[,,,,,,{{{{"}'],
    [String.raw`{"a":"\"[[[[[[\\"}`],
    [String.raw`{"a":"\ud83d\ude00"}`],
    ['{"办件":"，：【】"}'],
    ['"only a text"'],
    ['}]],,'],
    [''],
    ['{"a'],
    ['{"a\\'],
  ])('leave be what stands in texts, and what is no JSON: %s', (text) => {
    expect(faultOf(text)).toBeUndefined();
  });

  it.each([
    ['{"a":{"__proto__":{"decide":1}}}', '/a/__proto__'],
    [String.raw`{"\u005f\u005fproto__":1}`, String.raw`/\u005f\u005fproto__`],
  ])('name the key that would change what an object inherits: %s', (text, field) => {
    expect(faultOf(text)).toEqual({ fault: 'key', field });
  });

  it('leave that name be in a text', () => {
    expect(
      faultOf('{"a":"__proto__","b":["__proto__"],"constructor":{"prototype":1}}'),
    ).toBeUndefined();
  });

  it.each([
    String.raw`{"a":{"b":"x\u0000"}}`,
    String.raw`{"a":{"b":"\ud83d"}}`,
    String.raw`{"a":{"b":"\ude00\ud83d"}}`,
    String.raw`{"a":{"b":"\ud83dA"}}`,
  ])('name the text that cannot be kept: %s', (text) => {
    expect(faultOf(text)).toEqual({ fault: 'text', field: '/a/b' });
  });

  it('find nothing in what is within them, whatever it is', () => {
    const wide: JsonBounds = { depth: 99, members: 999, values: 9_999 };
    const withoutNul = fc
      .jsonValue()
      .filter((value) => !/\\u(0000|d[89a-f])|__proto__/i.test(JSON.stringify(value)));
    fc.assert(
      fc.property(withoutNul, fc.nat(2), (value, space) => {
        expect(faultOf(JSON.stringify(value, null, space), wide)).toBeUndefined();
      }),
    );
  });
});

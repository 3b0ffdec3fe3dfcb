/**
 * Small damage to an XML text, as editors, merges and people do it: signs turned, parts lost, doubled
 * or renamed, values of other kinds.
 */
import fc from 'fast-check';

/** Applies where the text offers something to damage; else the text stays as it is. */
export type Mutation = (xml: string) => string;

/** Names and values that programs stumble over. */
const NASTY = [
  ...['', ' ', '=', '==', '=x[', '=a ==', '${', '#{', '${}', '=null', '-', '?', '&amp;', '\u0000'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'get',
    'set',
    'id',
    'name',
    'type',
    'true',
    'undefined',
  ],
  ...[
    '-1',
    '1e999',
    '99999999999999999999',
    'P',
    'PT',
    'P1M',
    'R/',
    'R-1/PT1H',
    'R/PT0S',
    '2026-02-30',
  ],
  ...[
    '{"components":5}',
    '{"components":[null]}',
    '[1]',
    'null',
    '5',
    '{',
    '"x"',
    '=[',
    '=matches("a","(")',
  ],
  ...[
    'a:b:c',
    ':',
    'urn:x',
    'u.z.w',
    'bpmn:',
    'xsi:type',
    'ns0:x',
    '办理 结果',
    '𝒳',
    'x'.repeat(5_000),
  ],
  ...[
    '='.repeat(300),
    '(',
    '${' + '('.repeat(500),
    '=' + '['.repeat(400),
    '<![CDATA[',
    '<!--',
    ']]>',
    '<a',
  ],
] as const;

const nasty = fc.constantFrom(...NASTY);
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** The match at this place among all of a pattern, if there is one. */
function pick(xml: string, pattern: RegExp, where: number): RegExpMatchArray | undefined {
  const all = [...xml.matchAll(pattern)];
  return all[Math.floor(where * all.length)];
}

const splice = (xml: string, from: number, length: number, by: string): string =>
  xml.slice(0, from) + by + xml.slice(from + length);

/** Damages what a pattern finds. */
const atMatch = (pattern: RegExp, damage: (found: RegExpMatchArray, by: string) => string) =>
  fc.tuple(place, nasty).map(([where, by]): Mutation => (xml) => {
    const found = pick(xml, pattern, where);
    return found ? splice(xml, found.index ?? 0, found[0].length, damage(found, by)) : xml;
  });

const ATTRIBUTE = /\s([\w:.-]+)="([^"<]*)"/g;
const TAG = /<(\/?)([\w:.-]+)/g;
const LEAF = /<([\w:.-]+)[^<>]*(?:\/>|>[^<>]*<\/\1>)/g;
const BODY = />([^<>]*[^<>\s][^<>]*)</g;

const signs = fc.tuple(place, fc.nat(255)).map(
  ([where, code]): Mutation =>
    (xml) =>
      splice(xml, Math.floor(where * xml.length), 1, String.fromCharCode(code)),
);
const stretches = fc
  .tuple(place, fc.nat(200), fc.boolean())
  .map(([where, length, twice]): Mutation => (xml) => {
    const from = Math.floor(where * xml.length);
    const part = xml.slice(from, from + length);
    return splice(xml, from, length, twice ? part + part : '');
  });
/** An element goes where another stands. */
const moved = fc.tuple(place, place).map(([from, to]): Mutation => (xml) => {
  const [one, other] = [pick(xml, LEAF, from), pick(xml, LEAF, to)];
  return one && other ? splice(xml, other.index ?? 0, 0, one[0]) : xml;
});
/** A name takes the place of another of the same file. */
const swapped = (pattern: RegExp, part: 1 | 2) =>
  fc.tuple(place, place).map(([from, to]): Mutation => (xml) => {
    const [one, other] = [pick(xml, pattern, from), pick(xml, pattern, to)];
    return one && other
      ? splice(
          xml,
          other.index ?? 0,
          other[0].length,
          other[0].replace(other[part] ?? '', () => one[part] ?? ''),
        )
      : xml;
  });

/** An id, or another value, is called otherwise wherever it stands. */
const renamed = fc.tuple(place, nasty).map(([where, by]): Mutation => (xml) => {
  const value = pick(xml, ATTRIBUTE, where)?.[2];
  return value ? xml.replaceAll(`"${value}"`, () => `"${by}"`) : xml;
});

/** Any one of them. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  signs,
  stretches,
  moved,
  renamed,
  swapped(TAG, 2),
  swapped(ATTRIBUTE, 1),
  swapped(ATTRIBUTE, 2),
  atMatch(LEAF, () => ''),
  atMatch(LEAF, ([whole]) => whole + whole),
  atMatch(TAG, ([, end, name], by) => `<${end}${by}${name}`),
  atMatch(ATTRIBUTE, () => ''),
  atMatch(ATTRIBUTE, ([whole]) => whole + whole),
  atMatch(ATTRIBUTE, ([, , value], by) => ` ${by}="${value}"`),
  atMatch(ATTRIBUTE, ([, name], by) => ` ${name}="${by}"`),
  atMatch(ATTRIBUTE, ([, name], by) => ` ${name}="${by}" ${by}="x"`),
  atMatch(BODY, (_, by) => `>${by}<`),
);

/** Several at once, one after another. */
export const mutations: fc.Arbitrary<Mutation> = fc
  .array(mutation, { minLength: 1, maxLength: 5 })
  .map((all) => (xml) => all.reduce((text, mutate) => mutate(text), xml));

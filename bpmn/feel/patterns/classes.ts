/** Sets of characters: escapes, categories and blocks of Unicode, and classes in brackets. */

type Range = readonly [number, number];

export interface CharacterSet {
  /** As RE2 writes it, brackets included. */
  text: string;
  /** Without brackets, for use within a class. */
  inner: string;
  /** Where known: needed to take one set from another. */
  ranges?: readonly Range[];
  /** The only character. */
  single?: number;
}

const LAST = 0x10ffff;

function merged(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const previous = result.at(-1);
    if (previous && from <= previous[1] + 1) previous[1] = Math.max(previous[1], to);
    else result.push([from, to]);
  }
  return result;
}

function complement(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  let next = 0;
  for (const [from, to] of merged(ranges)) {
    if (from > next) result.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST) result.push([next, LAST]);
  return result;
}

const intersection = (a: readonly Range[], b: readonly Range[]): Range[] =>
  complement([...complement(a), ...complement(b)]);

const point = (code: number): string => `\\x{${code.toString(16)}}`;
const rangeText = ([from, to]: Range): string =>
  from === to ? point(from) : `${point(from)}-${point(to)}`;

function ofRanges(ranges: readonly Range[]): CharacterSet {
  const inner = ranges.map(rangeText).join('');
  // RE2 knows no empty class.
  return { text: inner ? `[${inner}]` : `[^${rangeText([0, LAST])}]`, inner, ranges };
}

const ofCategories = (inner: string): CharacterSet => ({ text: `[${inner}]`, inner });

const SPACE: readonly Range[] = [
  [0x9, 0xa],
  [0xd, 0xd],
  [0x20, 0x20],
];
/** XML's NameStartChar and what NameChar adds to it. */
const NAME_START: readonly Range[] = [
  [0x3a, 0x3a],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
];
const NAME: readonly Range[] = [
  ...NAME_START,
  [0x2d, 0x2e],
  [0x30, 0x39],
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
];

const escapes: Readonly<Record<string, CharacterSet>> = {
  d: ofCategories('\\p{Nd}'),
  D: ofCategories('\\P{Nd}'),
  w: ofCategories('\\p{L}\\p{M}\\p{N}\\p{S}'),
  W: ofCategories('\\p{P}\\p{Z}\\p{C}'),
  s: ofRanges(SPACE),
  S: ofRanges(complement(SPACE)),
  i: ofRanges(NAME_START),
  I: ofRanges(complement(NAME_START)),
  c: ofRanges(NAME),
  C: ofRanges(complement(NAME)),
};

const CONTROLS: Readonly<Record<string, number>> = { n: 0xa, r: 0xd, t: 0x9 };
const CATEGORY = /^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfo]?)$/;

/** Blocks that forms may well ask for; others are refused by name. */
const BLOCKS: Readonly<Record<string, Range>> = {
  BasicLatin: [0, 0x7f],
  'Latin-1Supplement': [0x80, 0xff],
  'LatinExtended-A': [0x100, 0x17f],
  'LatinExtended-B': [0x180, 0x24f],
  Greek: [0x370, 0x3ff],
  GreekandCoptic: [0x370, 0x3ff],
  Cyrillic: [0x400, 0x4ff],
  Hebrew: [0x590, 0x5ff],
  Arabic: [0x600, 0x6ff],
  Thai: [0xe00, 0xe7f],
  HangulJamo: [0x1100, 0x11ff],
  GeneralPunctuation: [0x2000, 0x206f],
  CurrencySymbols: [0x20a0, 0x20cf],
  CJKSymbolsandPunctuation: [0x3000, 0x303f],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  Bopomofo: [0x3100, 0x312f],
  CJKUnifiedIdeographsExtensionA: [0x3400, 0x4dbf],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  HangulSyllables: [0xac00, 0xd7a3],
  CJKCompatibilityIdeographs: [0xf900, 0xfaff],
  HalfwidthandFullwidthForms: [0xff00, 0xffef],
};

/** What stands for a backslash and a sign; undefined where nothing does. */
export function escapeOf(sign: string, property?: string): CharacterSet | undefined {
  if (property !== undefined) return propertyOf(property, sign === 'P');
  const known = Object.hasOwn(escapes, sign) ? escapes[sign] : undefined;
  if (known) return known;
  const control = Object.hasOwn(CONTROLS, sign) ? CONTROLS[sign] : undefined;
  const code = control ?? (/[\\|.?*+(){}$\-[\]^ ]/.test(sign) ? sign.codePointAt(0) : undefined);
  return code === undefined ? undefined : { ...ofRanges([[code, code]]), single: code };
}

function propertyOf(name: string, negated: boolean): CharacterSet | undefined {
  if (CATEGORY.test(name)) return ofCategories(`\\${negated ? 'P' : 'p'}{${name}}`);
  const block =
    name.startsWith('Is') && Object.hasOwn(BLOCKS, name.slice(2))
      ? BLOCKS[name.slice(2)]
      : undefined;
  if (!block) return undefined;
  return ofRanges(negated ? complement([block]) : [block]);
}

/** A class in brackets; undefined where one set cannot be taken from the other. */
export function classOf(
  parts: readonly (CharacterSet | [number, number])[],
  negated: boolean,
  without: CharacterSet | undefined,
): CharacterSet | undefined {
  const sets = parts.map((part) => ('text' in part ? part : ofRanges([part])));
  const known = sets.every(({ ranges }) => ranges)
    ? sets.flatMap(({ ranges }) => ranges ?? [])
    : undefined;
  if (known) {
    const all = negated ? complement(known) : merged(known);
    // Written as it stands: whether the case of letters counts is for RE2 to say.
    if (!without && negated)
      return { ...ofRanges(all), text: `[^${merged(known).map(rangeText).join('')}]` };
    if (!without) return ofRanges(all);
    return without.ranges && ofRanges(intersection(all, complement(without.ranges)));
  }
  if (without || (negated && sets.length === 0)) return undefined;
  const inner = sets.map((set) => set.inner).join('');
  return { text: `[${negated ? '^' : ''}${inner}]`, inner: `${negated ? '' : inner}` };
}

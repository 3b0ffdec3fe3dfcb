/** The entities that XML itself has, and references to characters. */
const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

/** Text without its entities; what is none stays as it is. */
export const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex?: string, digits?: string, name = '') =>
      (hex ?? digits)
        ? character(whole, Number.parseInt(hex ?? digits ?? '', hex ? 16 : 10))
        : (NAMED[name as string] ?? whole),
  );

const character = (whole: string, code: number): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : whole;

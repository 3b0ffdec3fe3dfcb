/** Literals of texts. */
const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Without its quotation marks, its escapes resolved (DMN 1.5, grammar rules 33 to 35). */
export const readText = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([nrt"'\\]))/g, (all, short, long, sign) => {
      const code = (short ?? long) as string | undefined;
      if (code === undefined) return NAMED[sign as string] ?? (sign as string);
      const point = parseInt(code, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : (all as string);
    });

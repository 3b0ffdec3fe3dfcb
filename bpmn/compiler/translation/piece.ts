/** Pieces of FEEL that a translation is put together from. */

/** What is known of a value where its expression is read; a variable may be anything. */
export type Kind = 'number' | 'string' | 'boolean' | 'null' | 'unknown';

export interface Piece {
  feel: string;
  /** How tightly its outermost operator binds. */
  binds: number;
  kind: Kind;
  /** The text of a literal. */
  literal?: string;
  /** In its own language it always has a value: null means that it failed there. */
  certain: boolean;
  /** A path of names: it may be written twice. */
  simple: boolean;
}

export const OPERAND = 9;
const LOOSEST = 0;

/** Anything whose result is of a kind. */
export const piece = (
  feel: string,
  kind: Kind,
  binds: number = OPERAND,
  certain = kind !== 'unknown' && kind !== 'null',
): Piece => ({ feel, binds, kind, certain, simple: false });

export const within = ({ feel, binds }: Piece, least: number): string =>
  binds < least ? `(${feel})` : feel;

/** An operand of any operator. */
export const operand = (one: Piece): string => within(one, OPERAND);

/** `if … then …, …, else …`; every case but the last is a test and a value. */
export function cases(
  list: readonly (readonly [test: string, value: string])[],
  last: string,
): string {
  return `${list.map(([test, value]) => `if ${test} then ${value} else `).join('')}${last}`;
}

/** Names for pieces that stand in several places: each is written and evaluated once. */
export class Names {
  private count = 0;

  /** @param body given each piece as one that may be written as often as it likes */
  once(pieces: readonly Piece[], body: (...named: Piece[]) => Piece): Piece {
    const entries: string[] = [];
    const named = pieces.map((one): Piece => {
      if (one.simple || one.literal !== undefined || one.kind === 'null') return one;
      const name = `part_${(this.count += 1)}`;
      entries.push(`${name}: ${one.feel}`);
      return { ...one, feel: name, binds: OPERAND, simple: true };
    });
    const made = body(...named);
    if (entries.length === 0) return made;
    return { ...made, feel: `{${entries.join(', ')}, value: ${made.feel}}.value`, binds: OPERAND };
  }
}

/** A value that follows from a condition; a condition that failed gives none. */
export function choice(names: Names, test: Piece, yes: Piece, no: Piece): Piece {
  const kind = yes.kind === no.kind ? yes.kind : 'unknown';
  const certain = yes.certain && no.certain;
  const made = (feel: string): Piece => ({ feel, binds: LOOSEST, kind, certain, simple: false });
  return names.once([test], ({ feel }) =>
    made(
      cases(
        [
          [feel, yes.feel],
          [`${feel} = false`, no.feel],
        ],
        'null',
      ),
    ),
  );
}

/** The remainder has the sign of the left side, where FEEL's `modulo` has that of the right. */
export const remainder = (left: Piece, right: Piece): string =>
  `(${within(left, 5)} - ${within(right, 7)} * round down(${within(left, 6)} / ${within(right, 7)}, 0))`;

/** An item of a list, counted from 0 where FEEL counts from 1, or an entry of a context. */
export function entry(of: Piece, at: Piece): Piece {
  const path = (feel: string, simple: boolean): Piece => ({
    ...piece(feel, 'unknown'),
    simple: of.simple && simple,
  });
  const holder = operand(of);
  if (at.kind === 'string' && at.literal !== undefined)
    return path(`get value(${of.feel}, ${at.feel})`, true);
  if (at.literal !== undefined && /^\d+$/.test(at.literal))
    return path(`${holder}[${Number(at.literal) + 1}]`, true);
  const index = operand(at);
  // A filter would look for the index's names in the items first; a part of a list does not.
  const item = `sublist(${of.feel}, ${index} + 1, 1)[1]`;
  return path(
    `(if ${index} instance of number then ${item} else get value(${of.feel}, ${index}))`,
    false,
  );
}

/**
 * The operators of the languages of scripts. JavaScript's and Groovy's are carried out as they are
 * there; of other languages only what means the same everywhere.
 */
import { JuelError } from './lexer.js';
import type { Meaning } from './operands.js';
import {
  cases,
  choice,
  operand,
  piece,
  remainder,
  within,
  type Names,
  type Piece,
} from './piece.js';

export type Script = 'javascript' | 'groovy' | 'other';

export function meaningOf(script: Script): Meaning {
  return {
    binary(operator, left, right, names) {
      if (operator === '&&' || operator === '||')
        return logic(script, operator, left, right, names);
      if (/^[!=]==?$/.test(operator)) return equality(script, operator, left, right, names);
      if (/^[<>]=?$/.test(operator)) return compared(operator, left, right, names);
      if (operator === '+') return plus(script, left, right, names);
      return calculated(script, operator, left, right, names);
    },
    not: (of, names) => piece(`not(${truth(script, of, names).feel})`, 'boolean'),
    minus(of) {
      const negative = piece(`-${operand(numeric(of))}`, 'number', 7);
      return of.literal === undefined ? negative : { ...negative, literal: `-${of.literal}` };
    },
    choice: (test, yes, no, names) => choice(names, truth(script, test, names), yes, no),
    member(_of, name) {
      // FEEL would look for it in each item of a list, or in a text.
      if (SIZES.has(name)) throw new JuelError(`“.${name}”请改用 count(…) 或 string length(…)`);
      return undefined;
    },
  };
}

const SIZES: ReadonlySet<string> = new Set(['length', 'size', 'len', 'count']);

/** What a value is worth as a condition: 0, "" and null are false, in Groovy what is empty too. */
function truth(script: Script, of: Piece, names: Names): Piece {
  const { kind, literal } = of;
  if (kind === 'boolean') return of;
  if (script === 'other') throw new JuelError('条件、“!”、“&&”和“||”只能用于比较或真假值');
  if (kind === 'null') return piece('false', 'boolean');
  if (kind === 'string' && literal !== undefined) return piece(String(literal !== ''), 'boolean');
  const last = (feel: string) => (script === 'groovy' ? `not(${feel} in ([[], {}]))` : 'true');
  return names.once([of], ({ feel }) =>
    piece(
      `(${cases(
        [
          [`${feel} instance of boolean`, feel],
          [`${feel} = null`, 'false'],
          [`${feel} instance of number`, `${feel} != 0`],
          [`${feel} instance of string`, `${feel} != ""`],
        ],
        last(feel),
      )})`,
      'boolean',
    ),
  );
}

/** JavaScript answers one of its operands, Groovy whether it holds. */
function logic(script: Script, operator: string, left: Piece, right: Piece, names: Names): Piece {
  const isValue = left.kind !== 'boolean' || right.kind !== 'boolean';
  if (script === 'javascript' && isValue)
    return names.once([left, right], (one, other) => {
      const holds = truth(script, one, names);
      return operator === '&&'
        ? choice(names, holds, other, one)
        : choice(names, holds, { ...one, certain: true }, other);
    });
  const [binds, word] = operator === '&&' ? [2, 'and'] : [1, 'or'];
  const [one, other] = [truth(script, left, names), truth(script, right, names)];
  return piece(`${within(one, binds)} ${word} ${within(other, binds + 1)}`, 'boolean', binds);
}

const infix = (left: Piece, operator: string, right: Piece, binds: number): string =>
  `${within(left, binds)} ${operator} ${within(right, binds + 1)}`;

function equality(
  script: Script,
  operator: string,
  left: Piece,
  right: Piece,
  names: Names,
): Piece {
  const same = equal(script, operator.length === 3, left, right, names);
  if (operator.startsWith('=')) return same;
  return same.feel === infix(left, '=', right, 3)
    ? piece(infix(left, '!=', right, 3), 'boolean', 3)
    : piece(`not(${same.feel})`, 'boolean');
}

/** Values of different kinds are not equal; JavaScript's `==` makes numbers of them first. */
function equal(script: Script, strict: boolean, left: Piece, right: Piece, names: Names): Piece {
  const plain = infix(left, '=', right, 3);
  if ([left.kind, right.kind].includes('null')) return piece(plain, 'boolean', 3);
  if (left.kind === right.kind && left.kind !== 'unknown') return piece(plain, 'boolean', 3);
  const loose = script === 'javascript' && !strict && !isWord(left) && !isWord(right);
  // What FEEL cannot compare is null, and null is not true.
  if (!loose) return piece(`((${plain}) = true)`, 'boolean');
  return names.once([left, right], (one, other) => {
    const [a, b] = [one.feel, other.feel];
    const [m, n] = [looseNumber(one), looseNumber(other)];
    return piece(
      `(${cases(
        [
          [`${a} = null or ${b} = null`, `${a} = null and ${b} = null`],
          [`${a} instance of string and ${b} instance of string`, `${a} = ${b}`],
        ],
        `${m} != null and ${m} = ${n}`,
      )})`,
      'boolean',
    );
  });
}

/** A text that is no number is equal to nothing but itself. */
const isWord = ({ kind, literal }: Piece): boolean =>
  kind === 'string' &&
  literal !== undefined &&
  literal.trim() !== '' &&
  Number.isNaN(Number(literal));

function looseNumber({ feel }: Piece): string {
  return `(${cases(
    [
      [`${feel} instance of number`, feel],
      [`${feel} instance of boolean`, `(if ${feel} then 1 else 0)`],
      [`${feel} instance of string`, `(if ${feel} = "" then 0 else number(${feel}))`],
    ],
    'null',
  )})`;
}

/** Two numbers or two texts; anything else is null, and so fails. */
function compared(operator: string, left: Piece, right: Piece, names: Names): Piece {
  const kinds = [left.kind, right.kind].filter((kind) => kind !== 'unknown');
  if (kinds.some((kind) => kind === 'null' || kind === 'boolean') || new Set(kinds).size > 1)
    throw new JuelError(`“${operator}”两边应同为数或同为文字`);
  if (left.kind !== 'unknown' && right.kind !== 'unknown')
    return piece(infix(left, operator, right, 4), 'boolean', 4);
  return names.once([left, right], (one, other) => {
    const both = (kind: string): string =>
      [one, other]
        .filter((each) => each.kind === 'unknown')
        .map(({ feel }) => `${feel} instance of ${kind}`)
        .join(' and ');
    const kind = kinds[0];
    const comparable = kind === undefined ? `${both('number')} or ${both('string')}` : both(kind);
    const result = `${one.feel} ${operator} ${other.feel}`;
    return piece(`(${cases([[comparable, result]], 'null')})`, 'boolean');
  });
}

/** Numbers are added; with a text on either side it is put together with it. */
function plus(script: Script, left: Piece, right: Piece, names: Names): Piece {
  const kinds = [left.kind, right.kind];
  if (left.kind === 'number' && right.kind === 'number')
    return piece(infix(left, '+', right, 5), 'number', 5);
  if (left.kind === 'string' && right.kind === 'string')
    return piece(infix(left, '+', right, 5), 'string', 5);
  if (script === 'other' || (!kinds.includes('string') && !kinds.every(isNumberOrUnknown)))
    throw new JuelError('“+”只能用于两个数或两段文字');
  return names.once([left, right], (one, other) => {
    const texts = `${asText(one)} + ${asText(other)}`;
    if (kinds.includes('string')) return piece(texts, 'string', 5);
    const isText = [one, other]
      .filter(({ kind }) => kind === 'unknown')
      .map(({ feel }) => `${feel} instance of string`)
      .join(' or ');
    const numbers = `${one.feel} + ${other.feel}`;
    return { ...piece(`(${cases([[isText, texts]], numbers)})`, 'unknown'), certain: true };
  });
}

const isNumberOrUnknown = (kind: Piece['kind']): boolean => kind === 'number' || kind === 'unknown';

/** A value as it is put together with a text. */
function asText({ feel, kind }: Piece): string {
  if (kind === 'string') return feel;
  if (kind === 'null') return '"null"';
  if (kind !== 'unknown') return `string(${feel})`;
  return `(${cases(
    [
      [`${feel} instance of string`, feel],
      [`${feel} = null`, '"null"'],
      [`${feel} instance of number or ${feel} instance of boolean`, `string(${feel})`],
    ],
    'null',
  )})`;
}

const ARITHMETIC: Readonly<Record<string, number>> = { '-': 5, '*': 6, '/': 6 };

function calculated(
  script: Script,
  operator: string,
  left: Piece,
  right: Piece,
  names: Names,
): Piece {
  const [one, other] = [numeric(left), numeric(right)];
  if (operator === '%' && script === 'other')
    throw new JuelError('“%”在各语言中符号不同，请改用 modulo(…)');
  if (operator === '/' && script === 'other')
    throw new JuelError('“/”在有的语言中只取商的整数部分');
  if (operator === '%') return names.once([one, other], (a, b) => piece(remainder(a, b), 'number'));
  const binds = ARITHMETIC[operator];
  if (binds === undefined) throw new JuelError(`不支持“${operator}”`);
  return piece(infix(one, operator, other, binds), 'number', binds);
}

/** Numbers only: what else these operators do differs from FEEL, and from language to language. */
function numeric(of: Piece): Piece {
  if (of.kind === 'number' || of.kind === 'unknown') return of;
  throw new JuelError('四则运算只能用于数');
}

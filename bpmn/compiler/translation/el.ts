/**
 * The operators of EL (JSR 341, sections 1.5–1.10 and 1.23): what they make of values of other kinds
 * than they are for. What EL answers with an exception is null here, which `certain` makes an incident.
 */
import { JuelError, short } from './lexer.js';
import type { Meaning } from './operands.js';
import {
  cases,
  choice,
  type Names,
  OPERAND,
  operand,
  piece,
  remainder,
  within,
  type Piece,
} from './piece.js';

export const EL: Meaning = {
  binary(operator, left, right, names) {
    if (operator === '&&' || operator === '||') {
      const [binds, word] = operator === '&&' ? [2, 'and'] : [1, 'or'];
      const [one, other] = [asBoolean(left, names), asBoolean(right, names)];
      return piece(`${within(one, binds)} ${word} ${within(other, binds + 1)}`, 'boolean', binds);
    }
    if (operator === '==') return equal(left, right, names);
    if (operator === '!=') return differ(left, right, names);
    if (/^[<>]=?$/.test(operator)) return compared(operator, left, right, names);
    return calculated(operator, left, right, names);
  },
  not: (of, names) => piece(`not(${asBoolean(of, names).feel})`, 'boolean'),
  minus(of, names) {
    const number = asNumber(of, names);
    const { literal } = number;
    const negative = piece(`-${operand(number)}`, 'number', 7);
    return literal === undefined ? negative : { ...negative, literal: `-${literal}` };
  },
  choice(test, yes, no, names) {
    return choice(names, asBoolean(test, names), yes, no);
  },
  member: () => undefined,
};

const isNumeric = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text);

/** Null and the empty text are 0 (1.23.3). */
function asNumber(of: Piece, names: Names): Piece {
  const { kind, literal } = of;
  if (kind === 'number') return of;
  if (kind === 'null' || literal === '') return { ...piece('0', 'number'), literal: '0' };
  if (kind === 'boolean') throw new JuelError('真假值不能作数');
  if (kind === 'string' && literal !== undefined) return numberOf(literal);
  return names.once([of], ({ feel }) =>
    piece(
      `(${cases(
        [
          [`${feel} = null`, '0'],
          [`${feel} instance of string`, `(if ${feel} = "" then 0 else number(${feel}))`],
          [`${feel} instance of number`, feel],
        ],
        'null',
      )})`,
      'number',
    ),
  );
}

function numberOf(literal: string): Piece {
  const plain = String(Number(literal));
  if (!isNumeric(literal) || /[eI]/.test(plain))
    throw new JuelError(`文字“${short(literal)}”不能作数`);
  return { ...piece(plain, 'number'), literal: plain };
}

/** Null and the empty text are false, a text is whether it says true (1.23.4). */
function asBoolean(of: Piece, names: Names): Piece {
  const { kind, literal } = of;
  if (kind === 'boolean') return of;
  if (kind === 'null') return piece('false', 'boolean');
  if (kind === 'number') throw new JuelError('数不能作真假值');
  if (literal !== undefined) return piece(String(/^true$/i.test(literal)), 'boolean');
  return names.once([of], ({ feel }) =>
    piece(
      `(${cases(
        [
          [`${feel} instance of boolean`, feel],
          [`${feel} = null`, 'false'],
          [`${feel} instance of string`, `lower case(${feel}) = "true"`],
        ],
        'null',
      )})`,
      'boolean',
    ),
  );
}

const infix = (left: Piece, operator: string, right: Piece, binds: number): string =>
  `${within(left, binds)} ${operator} ${within(right, binds + 1)}`;

/** (1.8.2) Numbers go before booleans, these before texts; null is equal to null only. */
function equal(left: Piece, right: Piece, names: Names): Piece {
  const plain = (): Piece => piece(infix(left, '=', right, 3), 'boolean', 3);
  if (left.kind === 'null' || right.kind === 'null') return plain();
  if (left.kind === right.kind && left.kind !== 'unknown') return plain();
  if (left.kind === 'unknown' && right.kind === 'unknown')
    return names.once([left, right], (one, other) => anyEqual(one, other, names));
  if (left.kind === 'unknown') return names.once([left], (one) => equalTo(one, right));
  if (right.kind === 'unknown') return names.once([right], (one) => equalTo(one, left));
  return knownEqual(left, right, names);
}

/** Of two kinds that are known and differ. */
function knownEqual(left: Piece, right: Piece, names: Names): Piece {
  const numbers = left.kind === 'number' || right.kind === 'number';
  const as = numbers ? asNumber : asBoolean;
  return piece(infix(as(left, names), '=', as(right, names), 3), 'boolean', 3);
}

/** A variable, against a value whose kind is known. */
function equalTo({ feel }: Piece, known: Piece): Piece {
  const { kind, literal } = known;
  const value = operand(known);
  const tests: [string, string][] = [];
  const number = (to: string): [string, string] => [
    `${feel} instance of string`,
    `(if ${feel} = "" then 0 = ${to} else if number(${feel}) = null then null else number(${feel}) = ${to})`,
  ];
  const truth = (to: string): [string, string] => [
    `${feel} instance of string`,
    `(lower case(${feel}) = "true") = ${to}`,
  ];
  if (kind === 'number') tests.push(number(value), [`${feel} instance of boolean`, 'null']);
  if (kind === 'boolean') tests.push(truth(value), [`${feel} instance of number`, 'null']);
  if (kind === 'string' && literal !== undefined) {
    const truthy = /^true$/i.test(literal);
    const asked = literal === '' ? '0' : isNumeric(literal) ? numberOf(literal).feel : undefined;
    tests.push([`${feel} instance of boolean`, truthy ? feel : `not(${feel})`]);
    tests.push([`${feel} instance of number`, asked === undefined ? 'null' : `${feel} = ${asked}`]);
  }
  return piece(`(${cases(tests, `${feel} = ${value}`)})`, 'boolean');
}

function anyEqual(left: Piece, right: Piece, names: Names): Piece {
  const [a, b] = [left.feel, right.feel];
  const of = (convert: (one: Piece, names: Names) => Piece) =>
    [convert(left, names), convert(right, names)] as const;
  const [m, n] = of(asNumber).map(({ feel }) => feel) as [string, string];
  const [p, q] = of(asBoolean).map(({ feel }) => feel) as [string, string];
  return piece(
    `(${cases(
      [
        [`${a} = null or ${b} = null`, `${a} = null and ${b} = null`],
        [
          `${a} instance of number or ${b} instance of number`,
          `(if ${m} = null or ${n} = null then null else ${m} = ${n})`,
        ],
        [
          `${a} instance of boolean or ${b} instance of boolean`,
          `(if ${p} = null or ${q} = null then null else ${p} = ${q})`,
        ],
      ],
      `${a} = ${b}`,
    )})`,
    'boolean',
  );
}

function differ(left: Piece, right: Piece, names: Names): Piece {
  const same = equal(left, right, names);
  const isPlain = same.feel === infix(left, '=', right, 3);
  return isPlain
    ? piece(infix(left, '!=', right, 3), 'boolean', 3)
    : piece(`not(${same.feel})`, 'boolean');
}

/** (1.8.1) With null it is false, but for what is equal; a number makes the other one a number. */
function compared(operator: string, left: Piece, right: Piece, names: Names): Piece {
  if (left.kind === 'boolean' || right.kind === 'boolean')
    throw new JuelError('真假值不能比较大小');
  if (left.kind === 'number' && right.kind === 'string')
    return compared(operator, left, asNumber(right, names), names);
  if (left.kind === 'string' && right.kind === 'number')
    return compared(operator, asNumber(left, names), right, names);
  if (left.kind === right.kind && left.kind !== 'unknown' && left.kind !== 'null')
    return piece(infix(left, operator, right, 4), 'boolean', 4);
  return names.once([left, right], (one, other) => {
    const both = `${one.feel} = null and ${other.feel} = null`;
    const whenNull = operator.endsWith('=') ? both : 'false';
    if (one.kind === 'null' || other.kind === 'null') return piece(`(${whenNull})`, 'boolean');
    const unknown = [one, other].filter(({ kind }) => kind === 'unknown');
    const isNull = unknown.map(({ feel }) => `${feel} = null`).join(' or ');
    const isNumber = unknown.map(({ feel }) => `${feel} instance of number`).join(' or ');
    const numbers = numbersOrFail(one, other, operator, names);
    const texts = `${one.feel} ${operator} ${other.feel}`;
    const known = one.kind === 'number' || other.kind === 'number';
    const rest = known ? numbers : cases([[isNumber, numbers]], texts);
    return piece(
      `(${cases([[isNull, unknown.length > 1 ? whenNull : 'false']], rest)})`,
      'boolean',
    );
  });
}

/** A text that is no number fails only where the other side turns out to be a number. */
function numbersOrFail(left: Piece, right: Piece, operator: string, names: Names): string {
  for (const { kind, literal } of [left, right])
    if (kind === 'string' && literal !== undefined && literal !== '' && !isNumeric(literal))
      return 'null';
  return `${asNumber(left, names).feel} ${operator} ${asNumber(right, names).feel}`;
}

const ARITHMETIC: Readonly<Record<string, number>> = { '+': 5, '-': 5, '*': 6, '/': 6 };

/** (1.7) Everything becomes a number; `+` does not put texts together. */
function calculated(operator: string, left: Piece, right: Piece, names: Names): Piece {
  const [one, other] = [asNumber(left, names), asNumber(right, names)];
  if (operator === '%')
    return names.once([one, other], (a, b) => piece(remainder(a, b), 'number', OPERAND));
  const binds = ARITHMETIC[operator];
  if (binds === undefined) throw new JuelError(`“${operator}”不是 EL 的运算符`);
  return piece(infix(one, operator, other, binds), 'number', binds);
}

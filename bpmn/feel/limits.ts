/**
 * How much one evaluation may cost. What counts is counted, never timed, so that the same expression
 * over the same values costs the same on every machine and at every replay.
 *
 * An honest expression is far below: a condition costs tens of operations, a decision table of a
 * thousand rules and ten columns some ten thousand, `sum(for i in 1..2000 return i)` about eight
 * thousand. All of it together keeps a worker busy for less than a second.
 */
export interface Limits {
  /** Elementary operations: a variable read, an operator, a comparison of two values, a round of a loop. */
  operations: number;
  /** Elements of all lists and contexts that are made on the way. */
  elements: number;
  /** Characters of all texts that are made on the way. */
  text: number;
  /** How deep calls and expressions may lie within one another. */
  depth: number;
  /** Characters of all texts and keys in the value that leaves FEEL, each as often as it stands there. */
  result: number;
}

export const LIMITS: Readonly<Limits> = {
  operations: 1_000_000,
  elements: 200_000,
  text: 1_000_000,
  depth: 1_000,
  result: 2_000_000,
};

/**
 * What operations cost that take longer than others: about one for each microsecond of CPU, so that
 * the budget above is spent within a second whatever it is spent on.
 */
export interface Prices {
  /** `**` with a whole exponent. */
  wholePower: number;
  /** `**` with any other. */
  power: number;
  /** `exp` and `log`. */
  transcendental: number;
  /** `sqrt`. */
  root: number;
  /** Rounding to places. */
  rounding: number;
  /** `odd` and `even`. */
  parity: number;
  /** The rules of a named zone looked up for one time. */
  zone: number;
  /** Eight keys of a context, or parts of a replacement, gone through. */
  keys: number;
  /** Sixteen characters compared at the beginning or end of a text. */
  prefix: number;
  /** Sixty-four pairs of a text's and another's characters, where one is looked for in the other. */
  search: number;
  /** A pattern made ready: see `Pattern.price`. */
  pattern: number;
  /** Two numbers compared to put them in order. */
  order: number;
  /** A part of what a decision answers looked at, or an element of a list held to its type. */
  decided: number;
  /** A character of the value that leaves. */
  result: number;
}

export const PRICES: Readonly<Prices> = {
  wholePower: 60,
  power: 300,
  transcendental: 150,
  root: 50,
  rounding: 30,
  parity: 30,
  zone: 30,
  keys: 1,
  prefix: 1,
  search: 1,
  pattern: 1,
  order: 2,
  decided: 1,
  result: 1,
};

/** What they cost in the former edition (`edition.ts`); nothing = not counted. */
export const FORMER_PRICES: Readonly<Prices> = {
  wholePower: 20,
  power: 20,
  transcendental: 50,
  root: 50,
  rounding: 10,
  parity: 0,
  zone: 0,
  keys: 0,
  prefix: 0,
  search: 0,
  pattern: 0,
  order: 0,
  decided: 0,
  result: 0,
};

/** An expression's own text, in characters. */
export const MOST_EXPRESSION_TEXT = 50_000;
/** Brackets, conditions and the like within one another in an expression's text. */
export const MOST_NESTING = 200;
/** A pattern's own text, in characters, and the steps it is compiled to. */
export const MOST_PATTERN_TEXT = 1_000;
export const MOST_PATTERN_STEPS = 5_000;
/** Warnings kept of one evaluation; the first ones say what is wrong. */
export const MOST_WARNINGS = 20;

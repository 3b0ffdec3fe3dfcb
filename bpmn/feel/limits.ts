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
}

export const LIMITS: Readonly<Limits> = {
  operations: 1_000_000,
  elements: 200_000,
  text: 1_000_000,
  depth: 1_000,
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

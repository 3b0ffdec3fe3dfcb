/** What the engine evaluates: FEEL, or a value that the diagram says. */

/** A FEEL expression without its leading `=`. */
export interface Expression {
  feel: string;
  /** In the language it was translated from it always has a value: null is a failure there, and here. */
  certain?: true;
}

/** A static value, or a FEEL expression that yields one. */
export type ValueOrExpression<T> = { value: T } | Expression;

/** A variable written from a FEEL expression, evaluated in the source scope. */
export interface Mapping {
  target: string;
  source: Expression;
}

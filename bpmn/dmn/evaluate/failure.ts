/** Why a decision could not be made. */

export type FailureCode =
  /** The model has no such decision. */
  | 'decision-not-found'
  /** UNIQUE, but several rules match. */
  | 'hit-policy-unique'
  /** ANY, but the matching rules give different outputs. */
  | 'hit-policy-any'
  /** FEEL could not be evaluated. */
  | 'expression-failed'
  /** The decision, with all it requires, costs more than one evaluation may. */
  | 'expression-too-costly'
  /** A value is not of the type its place asks for. */
  | 'type-mismatch'
  /** A value is not one of the allowed ones. */
  | 'value-not-allowed'
  /** The collected outputs cannot be added or compared. */
  | 'aggregation-failed'
  /** What is invoked is not a function, or lacks such a parameter. */
  | 'invocation-failed';

export interface Failure {
  code: FailureCode;
  /** Id of the decision or knowledge model it happened in. */
  decision: string;
  /** Number of the rule, counted from 1. */
  rule?: number;
  /** Chinese, for people: where, what is wrong and what to do. */
  message: string;
}

/** Thrown inside the evaluation, never out of it. */
export class DecisionError extends Error {
  override name = 'DecisionError';
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

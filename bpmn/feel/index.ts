/**
 * FEEL, as diagrams use it: a thin wrapper over `feelin` that is deterministic.
 * `now()` and `today()` come from the caller's instant, never from the machine's clock.
 */
export {
  evaluate,
  evaluateFeel,
  matchesAll,
  testUnary,
  type Evaluation,
  type FeelEvaluation,
} from './evaluate.js';
export {
  parseExpression,
  parseUnaryTests,
  splitTests,
  variablesOf,
  variablesOfTests,
  type ParseProblem,
} from './parse.js';
export { plain, type PlainValue } from './plain.js';
export { callNamed, feelFunction, kindOf, readAs, type Kind } from './values.js';

/**
 * FEEL (DMN 1.5, chapter 10), our own evaluator: exact, bounded and deterministic. `now()` and
 * `today()` come from the caller's instant, never from the machine's clock.
 */
export {
  checkExpression,
  checkTests,
  type FeelFinding,
  type KnownNames,
} from './analysis/check.js';
export { builtinSignatures } from './functions/index.js';
export { nearest } from './analysis/nearest.js';
export { Budget, TooCostly } from './budget.js';
export { EDITION, FORMER_EDITION } from './edition.js';
export {
  evaluate,
  evaluateFeel,
  testUnary,
  type Evaluation,
  type FeelEvaluation,
  type Surroundings,
} from './evaluate.js';
export {
  contextEntries,
  entriesOf,
  matchesAll,
  parseExpression,
  parseUnaryTests,
  splitTests,
  variablesOf,
  variablesOfTests,
  type ParseProblem,
} from './parse.js';
export { leavingPlain, plain, type PlainValue } from './values/plain.js';
export { equal } from './values/compare.js';
export { isBuiltin } from './functions/index.js';
export { callNamed, feelFunction } from './functions/own.js';
export { kindOf, type Kind } from './values/kinds.js';
export { readAs } from './values/temporal.js';

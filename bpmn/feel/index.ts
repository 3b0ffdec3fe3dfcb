/**
 * FEEL, as diagrams use it: a thin wrapper over `feelin` that is deterministic.
 * `now()` and `today()` come from the caller's instant, never from the machine's clock.
 */
export { evaluate, type Evaluation } from './evaluate.js';
export { parseExpression, variablesOf, type ParseProblem } from './parse.js';

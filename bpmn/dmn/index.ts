/** DMN: decisions as tables and FEEL, read from XML, linted, and made; the same on every machine. */
export { evaluateDecision, evaluateService, type DecisionResult } from './evaluate/evaluate.js';
export type { DecisionTrace } from './evaluate/trace.js';
export type { Failure, FailureCode } from './evaluate/failure.js';
export { hashDecisions } from './hash.js';
export { inputsNeeded, type NeededInput } from './inputs.js';
export { caseFindings, caseOf, readCase, type DecisionCase, type KeptCase } from './kept-tests.js';
export { lintDecisions, lintModel } from './lint/lint.js';
export type { DecisionModel } from './model.js';
export { readDecisions, type ReadDecisions } from './read/read.js';

/** Fees of cases. */
export * from './payments.js';
export * from './settle.js';
export { countFeesAgain } from './counted-again.js';

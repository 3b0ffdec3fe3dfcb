/** Fees of cases. */
export * from './payments.js';
export * from './settle.js';

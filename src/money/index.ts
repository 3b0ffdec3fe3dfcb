/** Fees that are paid to the city and benefits that it pays. */
export * from './benefits/index.js';
export * from './payments/index.js';

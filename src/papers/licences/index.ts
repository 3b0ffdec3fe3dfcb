/** E-licences that cases end in. */
export * from './check.js';
export * from './licences.js';
export * from './ending.js';
export * from './lifecycle.js';
export * from './line.js';
export * from './holding.js';

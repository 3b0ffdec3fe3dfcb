/** E-licences that cases end in. */
export * from './licences.js';
export * from './lifecycle.js';

/** E-licences that cases end in. */
export * from './licences.js';

/** What is checked of an application whenever it can change. */
export { applicationFaults } from './checks.js';
export { licenceChangeOf, requireOneChange } from './licences.js';
export { applicationFees, feeFaults } from './fees.js';
export { firmActedFor, type KnownApplicant, type Registers } from './firms.js';
export { knownApplicant } from './identity.js';

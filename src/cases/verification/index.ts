/** Workflows and tables compared. */
export { RUNNING_CASES, verifyCases, type Difference, type VerifiedCases } from './verification.js';

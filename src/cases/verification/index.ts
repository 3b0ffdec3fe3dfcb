/** Workflows and tables compared. */
export {
  cannotBeAsked,
  RUNNING_CASES,
  verifyCases,
  type Difference,
  type VerifiedCases,
} from './verification.js';

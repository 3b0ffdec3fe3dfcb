/** Workflows and tables compared. */
export { verifyCases, type Difference } from './verification.js';

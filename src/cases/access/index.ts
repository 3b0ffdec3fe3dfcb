/** Who may see a case. */
export { requireCase, type CaseRelation } from './case-access.js';
export { caseNotFound } from './case-access.js';
export { requireOwnCase } from './case-access.js';

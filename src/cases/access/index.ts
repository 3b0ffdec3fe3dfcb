/** Who may see a case. */
export { requireCase, type CaseRelation } from './case-access.js';

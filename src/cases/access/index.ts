/** Who may do what to a case. */
export { CASE_ACT_RULES, type ActOnCase } from './acts.js';
export {
  caseNotFound,
  casesFor,
  oneCaseStatement,
  reasonAgainst,
  ownsCase,
  requireCase,
  requireNotOwn,
  requireOneCase,
  tiesStatement,
  type CallerToCase,
  type Statement,
} from './case-access.js';

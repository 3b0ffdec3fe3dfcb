/** How a case begins: its number, its row, what its workflow is told. */
export {
  CASE_SETTINGS,
  caseInputOf,
  firstInputOf,
  limitsOf,
  type CaseSettings,
} from './case-input.js';
export { takeCaseNumbers } from './case-number.js';
export {
  firstVariables,
  openCase,
  openChildCase,
  travelling,
  type Application,
  type HandedIn,
  type NewCase,
} from './opening.js';

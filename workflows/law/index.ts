/** The case's legal state beside its tokens (办件状态), and its statutory clock. Pure. */
export { NOTHING_YET, periodsOf, type LawState, type Periods } from './clock.js';
export { ACCEPTANCES, alreadyAccepted, askedOnce, clockReason } from './conditions.js';
export { periodEnd } from './days.js';
export { FORMER_LAW, hearsAndFollows, LAW } from './behaviour.js';
export { sinceTold } from './hearing.js';
export {
  outstanding,
  PERIODS,
  plannedPeriods,
  type PeriodName,
  type PlannedPeriod,
} from './planned.js';
export { ABOVE, awaitedAbove, notSentUp, outcomeAbove } from './above.js';
export { actsOf } from './acts-of-model.js';
export { isAdverse, isReason } from './adverse.js';
export { GATE_NAMES, lostByMoving, passedOver } from './passing-over.js';
export { derivedOf } from './derived-variables.js';
export { changesLicences } from './licence-operations.js';
export { variablesOfActs } from './variables-of-acts.js';
export { caseActReason, CASE_ACTS, pauseOf, unreasoned } from './case-acts.js';
export { isFirstAct, legalActOf, legalActOfAdapter } from './diagram-acts.js';
export { citation, PERMIT_LAW } from './articles.js';
export {
  legalTerms,
  refusalSentence,
  tryTransition,
  type LegalPosition,
  type LegalTerms,
} from './try-transition.js';
export { TRANSITIONS, type TransitionRule } from './transitions.js';
export { ACT_NAMES, articleOf, PAUSE_NAMES, STATE_NAMES } from './names.js';
export { alreadyRenewed, renewalDueAt } from './renewal.js';
export { resultCode, type ResultList } from './result-codes.js';
export {
  AFTERWARDS,
  FINAL,
  isDecided,
  LAST_WORD,
  PERMITTED,
  RECEIVED,
  RUNNING,
  stateAtEnd,
  STATES,
  WITH_APPLICANT,
} from './states.js';

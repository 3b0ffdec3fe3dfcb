/** The case's legal state beside its tokens (办件状态), and its statutory clock. Pure. */
export { NOTHING_YET, openPause, periodsOf, type LawState, type Periods } from './clock.js';
export { alreadyAccepted, askedOnce, clockReason } from './conditions.js';
export { isWithin, periodEnd } from './days.js';
export { actsOf } from './acts-of-model.js';
export { besideReason, BESIDE_ACTS, pauseOf, unreasoned } from './beside.js';
export { DIAGRAM_ACTS, isFirstAct, legalActOf, legalActOfAdapter } from './diagram-acts.js';
export {
  citation,
  legalTerms,
  PERMIT_LAW,
  refusalSentence,
  tryMove,
  type LegalPosition,
  type LegalTerms,
} from './move.js';
export { MOVES, type MoveRule } from './moves.js';
export { ACT_NAMES, articleOf, PAUSE_NAMES, STATE_NAMES } from './names.js';
export { alreadyRenewed, renewalDueAt } from './renewal.js';
export { RESULT_CODES, resultCode, type ResultList } from './result-codes.js';
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

/** The clock of an administrative permit: what happened, and how it looks on a day. */
export { happen } from './acts.js';
export { countDays, countedDay } from './days.js';
export {
  ARTICLE_42,
  DELIVERY_DAYS,
  NOTHING_RECEIVED,
  PAUSE_REASONS,
  type PauseReason,
  type PermitAct,
  type PermitClock,
  type PermitRefusal,
  type PermitState,
  type PermitTerms,
} from './permit.js';
export { type PermitLight, type PermitView, viewOn } from './view.js';

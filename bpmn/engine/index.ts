/**
 * The engine: a pure function over plain data.
 * `step(model, state, event, clock)` gives the next state and the commands for the host.
 */
export * from './api.js';
export { migrate, type Migration } from './migration/migrate.js';
export type { MigrationPlan, MigrationProblem } from './migration/versions.js';
export type { Modification, Place } from './modification.js';
export { position } from './position.js';
export { recounted, workingDayTimers, type WorkingDayTimer } from './recount.js';
export { StartTimerUnreadable, firstDue, dueAfter, type StartTimer } from './start-timers.js';
export { answeredBy, asksSeveral, placeIn, type AnsweredPlace } from './rounds.js';
export { sendBacksFrom, takenBack, type SendBack } from './send-back.js';
export { tokenPositions, type TokenPositions } from './token-positions.js';
export { ENGINE, FIRST_ENGINE } from './behaviour-flags.js';
export type { State } from './state.js';
export { initialState, step } from './step.js';

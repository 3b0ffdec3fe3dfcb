/** Changes of the register: how each is done, its history, and those planned for a day to come. */
export type { Act, Done, Doing } from './act.js';
export { PerformedDto } from './change.dto.js';
export { ChangesController } from './changes.controller.js';
export { cityToday, perform, performAll, performUndone } from './perform.js';
export { planLater } from './plan-later.js';
export { ACTS, PlannedChanges } from './planned.js';

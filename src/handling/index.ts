/** What people do to cases: applying, the window, tasks and their verbs, acts of law, delivery. */
export * from './case-page/index.js';
export * from './collection/index.js';
export * from './delivery/index.js';
export * from './drafts/index.js';
export * from './handling-options/index.js';
export * from './inspections/index.js';
export * from './interventions/index.js';
export * from './law/index.js';
export * from './province-callbacks/index.js';
export { BAD_LEVELS, LEVELS, RATING, type RatingLevel, STAGE_NAMES } from './ratings/index.js';
export * from './task-access/index.js';
export * from './tasks/index.js';
export * from './window/index.js';
export { HandlingModule } from './handling.module.js';

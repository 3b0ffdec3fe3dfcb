/** Each step of a case written into the tables. */
export { record } from './record.js';
export { writeTransitions } from './record-legal.js';
export { STEP_WRITERS, type RecordedActs, type StepWriter } from './step-writer.js';

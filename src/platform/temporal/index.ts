/** The door to Temporal: client, encrypted payloads. */
export { TEMPORAL, openTemporal, temporalAnswers } from './client.js';
export { dataConverter } from './data-converter.js';
export { parsePayloadKeys } from '../payload-keys.js';
export { pollersOf } from './pollers.js';
export { EncryptedPayloadCodec, type ModelStore } from './payload-codec.js';
export { tracedActivities } from './tracing.js';
export { NOTHING_NOTED, type Activation, type StuckNotes } from './stuck-notes.js';

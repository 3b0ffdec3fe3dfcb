/** The law beside the diagram: who may act on a case, and in whose hands it must not be. */
export { requireAskedOnce } from './asked-once.js';
export { extensionApproval } from './extension.js';
export { requireReasons } from './reasons.js';
export { requireOtherHands } from './separation.js';
export { requireInTime } from './in-time.js';
export { LawModule } from './law.module.js';

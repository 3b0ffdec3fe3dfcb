/** What the platform needs of the servers it stands on: made where it can be, or named in a sentence. */
export { requireKeys } from './keys.js';
export { requirePostgres } from './postgres.js';
export { ONLY_GROWS, READ_ONLY } from './rights.js';
export { requireTemporal, type TemporalServices } from './temporal.js';
export { Unfit } from './unfit.js';

/** What the platform needs of the servers it stands on: made where it can be, or named in a sentence. */
export { requirePostgres } from './postgres.js';
export { requireTemporal, type TemporalServices } from './temporal.js';
export { Unfit } from './unfit.js';

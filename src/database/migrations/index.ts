import { Cases1760000000002 } from './1760000000002-cases.js';

/** Every migration, in order; a new one is one file and one line here. */
export const migrations = [Cases1760000000002];

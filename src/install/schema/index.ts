/** The schema of the database, migration by migration. */
export { migrate } from './migrate.js';
export { migrationNames } from './migrate.js';
export { grantService } from './grants.js';

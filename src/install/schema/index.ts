/** The schema of the database, migration by migration. */
export { migrate, migrateTo, migrationNames } from './migrate.js';
export { grantService } from './grants.js';

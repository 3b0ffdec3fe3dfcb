/** The schema of the database, migration by migration. */
export { migrate, migrateTo, migrationNames, migrationsNamed } from './migrate.js';
export { grantService } from './grants.js';

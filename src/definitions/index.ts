/** What an admin draws and publishes: processes and decisions, versioned. */
export * from './computing/index.js';
export * from './decisions/index.js';
export * from './findings/index.js';
export * from './processes/index.js';
export { DefinitionsModule } from './definitions.module.js';

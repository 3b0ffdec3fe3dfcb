/** Workflows made anew from the tables. */
export { rebuildWorkflows, type RebuildReport, type Rebuilt } from './rebuild.js';

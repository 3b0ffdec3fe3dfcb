/** Cases of older systems, open and finished: brought over with their dates, and going on from there. */
export { bringOver, type Brought, type Settings } from './bring-over.js';
export type { RawLine } from './columns.js';
export type { ReadLine } from './read-table.js';
export { olderCaseTasks } from './tasks.js';
export { CaseImportModule } from './case-import.module.js';

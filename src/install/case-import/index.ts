/** Cases of older systems, open and finished: brought over with their dates, and going on from there. */
export { bringOver, checkLines, type Brought, type Settings } from './bring-over.js';
export { COLUMNS, templateCsv, templateJson, type RawLine } from './columns.js';
export { readTable, type ReadLine } from './read-table.js';
export { CaseImportModule } from './case-import.module.js';

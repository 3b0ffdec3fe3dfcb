/** What stays on paper: files, documents of official acts, licences and their changes, archives. */
export * from './archives/index.js';
export * from './files/index.js';
export * from './licence-changes/index.js';
export * from './licences/index.js';
export * from './official-documents/index.js';
export { pushOutstanding, RegulationDto, regulating, regulationOf } from './regulation/index.js';
export { PapersModule } from './papers.module.js';
export { PAPER_WRITERS } from './step-writers.js';

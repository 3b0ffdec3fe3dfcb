/** Documents of official acts: drafted with the act, approved, numbered, sealed, delivered, verified. */
export { documentAmendment, sealApproval } from './approval-purposes.js';
export { OfficialDocumentDto } from './document.dto.js';
export { documentsOfFamily, type DocumentView } from './documents.js';
export { draftDocuments, voidDocuments } from './drafting.js';
export { endPapersOfLicence, revokeGrant } from './ending.js';
export { kindNamed, sealFromDiagram, sealLicence } from './from-diagram.js';
export type { OfficialAct } from './kinds/index.js';
export { takeBackDocuments, writeDocuments } from './recorded.js';
export { headingOf } from './promises.js';
export { resultsUnderWay } from './results.js';
export { isSealed } from './seal-checks.js';
export type { SealingParts } from './sealing.js';
export { TOGETHER } from './together.js';
export { loadDocumentWords } from './words.js';
export { OfficialDocumentsModule } from './official-documents.module.js';
export { TEMPLATES } from './template-kind.js';

/** What cases end in: e-licenses and sealed documents. */
export * from './licences.js';
export * from './sealed-documents.js';
export * from './sealing.js';

/** Files people hand in. */
export { DocumentsModule } from './documents.module.js';
export { type Storage, STORAGE } from './storage.js';

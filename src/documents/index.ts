/** Files people hand in. */
export { DocumentsModule } from './documents.module.js';
export { FileSystemStorage, type Storage, STORAGE } from './storage.js';

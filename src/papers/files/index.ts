/** Files people hand in. */
export { StoredFileDto, UploadDto } from './file.dto.js';
export { Files, type ReceivedFile } from './files.js';
export { DocumentsModule } from './documents.module.js';
export { FileSystemStorage, type Storage, STORAGE } from './storage.js';

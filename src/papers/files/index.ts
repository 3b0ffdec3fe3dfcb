/** Files people hand in. */
export { StoredFileDto, UploadDto } from './file.dto.js';
export { fileNameOf } from './file-name.js';
export { Files, type ReceivedFile } from './files.js';
export { FilesModule } from './files.module.js';
export { FILE_COMPUTING, type FileTasks, fileTasks } from './inspection/index.js';
export { FileSystemStorage, type Storage, STORAGE } from './storage.js';
export { FileAccess, type FileReason } from './file-access.js';

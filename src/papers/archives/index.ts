/** Finished cases as packages for the e-archive (国务院令 716, 12). */
export { ArchivePackageDto } from './archive.dto.js';
export { archiveOf, requestByAct, withdrawRequest } from './packages.js';
export { ArchivesModule } from './archives.module.js';

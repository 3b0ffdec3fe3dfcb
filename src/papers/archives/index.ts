/** Finished cases as packages for the e-archive (国务院令 716, 12). */
export { requestByAct, withdrawRequest } from './packages.js';
export { ArchivesModule } from './archives.module.js';

import { Cases1760000000002 } from './1760000000002-cases.js';
import { IdentityDocumentsProcesses1760000000003 } from './1760000000003-identity-documents-processes.js';

/** Every migration, in order; a new one is one file and one line here. */
export const migrations = [Cases1760000000002, IdentityDocumentsProcesses1760000000003];

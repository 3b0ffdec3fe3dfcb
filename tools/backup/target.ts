/** Where a backup is put back. */
import { join, relative } from 'node:path';

export interface Target {
  dataDir: string;
  storageDir: string;
  /** Empty = embedded. */
  databaseUrl?: string;
  temporalAddress?: string;
  temporalNamespace: string;
  payloadKeys?: string;
  engineUrls: string[];
}

/** Whether the files are kept in the data folder. */
export const keepsOwnFiles = ({ dataDir, storageDir }: Target): boolean =>
  relative(join(dataDir, 'files'), storageDir) === '';

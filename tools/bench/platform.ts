/** The platform under measurement: a running one, or one of its own. */
import { join } from 'node:path';
import { startOwnPlatform, type OwnPlatform } from '../start/own-platform.js';
import { PidFiles } from '../start/pid-files.js';
import { readSettings } from '../start/settings.js';
import type { Options } from './options.js';

export async function openPlatform(options: Options): Promise<OwnPlatform> {
  if (options.url) {
    return { url: options.url, dataDir: readSettings().dataDir, stop: () => Promise.resolve() };
  }
  return startOwnPlatform({
    // The clients are few callers with many requests: 0 = no limit.
    RATE_LIMIT: '0',
    ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
    ...(options.temporalAddress && { TEMPORAL_ADDRESS: options.temporalAddress }),
  });
}

/** Process name → pid, of the platform on a data folder. */
export const pidsOf = (dataDir: string): Map<string, number> =>
  new Map([...new PidFiles(join(dataDir, 'pids')).all()].map(([name, { pid }]) => [name, pid]));

/** The platform under measurement: a running one, or one of its own. */
import { join } from 'node:path';
import { portHolder } from '../embedded/ports.js';
import { startOwnPlatform, type OwnPlatform } from '../start/own-platform.js';
import { platformConfig } from '../start/running.js';
import { PidFiles } from '../start/pid-files.js';
import { readSettings } from '../start/settings.js';
import { COUNTING_STATEMENTS, countStatements } from './database-cost.js';
import type { Options } from './options.js';

export async function openPlatform(options: Options): Promise<OwnPlatform> {
  if (options.url) {
    return { url: options.url, dataDir: readSettings().dataDir, stop: () => Promise.resolve() };
  }
  const platform = await startOwnPlatform({
    // The clients are few callers with many requests: 0 = no limit.
    RATE_LIMIT: '0',
    ADDRESS_RATE_LIMIT: '0',
    // Its cases are of the demonstration's city.
    DEMONSTRATION: 'on',
    POSTGRES_SETTINGS: COUNTING_STATEMENTS,
    ...(options.profile && {
      PROGRAM_OPTIONS: `--cpu-prof --cpu-prof-dir=${options.profile}`,
    }),
    ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
    ...(options.temporalAddress && { TEMPORAL_ADDRESS: options.temporalAddress }),
  });
  if (!options.databaseUrl) await countStatements(platformConfig(platform.dataDir).databaseUrl);
  return platform;
}

/**
 * Process name → pid, of the platform's own processes and of the servers it was given, when these
 * listen on this machine.
 */
export function pidsOf({ dataDir }: OwnPlatform): Map<string, number> {
  const { databaseUrl, temporalAddress } = platformConfig(dataDir);
  const given = { postgres: databaseUrl, temporal: `tcp://${temporalAddress}` };
  const own = [...new PidFiles(join(dataDir, 'pids')).all()];
  return new Map([
    ...Object.entries(given).flatMap(([name, url]) => {
      const pid = localPid(new URL(url));
      return pid ? [[name, pid] as const] : [];
    }),
    ...own.map(([name, { pid }]) => [name, pid] as const),
  ]);
}

const HERE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const DEFAULT_PORT: Record<string, number> = { 'postgres:': 5432, 'postgresql:': 5432 };

const localPid = ({ protocol, hostname, port }: URL): number | undefined =>
  HERE.test(hostname) ? portHolder(Number(port) || DEFAULT_PORT[protocol] || 0)?.pid : undefined;

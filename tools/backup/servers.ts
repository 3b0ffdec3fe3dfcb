/**
 * The embedded servers, for as long as some work needs them. Written down as the platform's own are: who
 * starts on this folder next ends what a kill left running.
 */
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/platform/database/index.js';
import { openTemporal } from '../../src/platform/temporal/index.js';
import { startPostgres } from '../embedded/postgres.js';
import { endProcess, type ProcessIdentity } from '../embedded/process-identity.js';
import type { Running } from '../embedded/running.js';
import { startTemporal } from '../embedded/temporal.js';
import { PidFiles } from '../start/pid-files.js';

export class Servers {
  private readonly pids: PidFiles;

  constructor(
    dataDir: string,
    private readonly signal: AbortSignal,
  ) {
    this.pids = new PidFiles(join(dataDir, 'pids'));
  }

  /** @param dir of a PostgreSQL, made where there is none */
  withPostgres<T>(dir: string, work: (url: string) => Promise<T>): Promise<T> {
    return this.while(
      'postgres',
      (onLaunch) => startPostgres({ dir, onLaunch }),
      ({ url }) => work(url),
    );
  }

  /** @param dir of a Temporal, made where there is none */
  withTemporal<T>(
    dir: string,
    { namespace, payloadKeys }: { namespace: string; payloadKeys: string },
    work: (temporal: Client) => Promise<T>,
  ): Promise<T> {
    return this.while(
      'temporal',
      (onLaunch) => startTemporal({ dir, onLaunch }),
      async ({ address }) => {
        const settings = { temporalAddress: address, temporalNamespace: namespace, payloadKeys };
        const temporal = openTemporal(settings);
        try {
          return await work(temporal);
        } finally {
          await temporal.connection.close();
        }
      },
    );
  }

  /** Ends it whatever comes of the start and the work; told to stop, it ends under the work. */
  private async while<Server extends Running, T>(
    name: 'postgres' | 'temporal',
    start: (onLaunch: (identity: ProcessIdentity) => void) => Promise<Server>,
    work: (server: Server) => Promise<T>,
  ): Promise<T> {
    this.signal.throwIfAborted();
    const grace = name === 'postgres' ? 'SIGINT' : 'SIGTERM';
    let launched: ProcessIdentity | undefined;
    const end = async () => {
      if (launched) await endProcess(launched, grace);
    };
    const endNow = () => void end();
    this.signal.addEventListener('abort', endNow);
    try {
      const server = await start((identity) => {
        launched = identity;
        this.pids.write(name, identity);
      });
      return await work(server);
    } catch (error) {
      // What the work saw of it is that its server went away.
      this.signal.throwIfAborted();
      throw error;
    } finally {
      this.signal.removeEventListener('abort', endNow);
      await end();
      this.pids.remove(name);
    }
  }
}

export async function withDatabase<T>(
  url: string,
  payloadKeys: string | undefined,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = await openDatabase(url, payloadKeys);
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

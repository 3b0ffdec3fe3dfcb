/** The epoch of the platform that a backup is about to replace, however little of it is whole. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { engineMark } from '../../src/platform/stores/index.js';
import { withDatabase, type Servers } from './servers.js';

/**
 * Either store has it.
 * @param namespace of its Temporal
 * @returns 0 = there is no platform; null = there was one, and neither store can be read
 */
export async function presentEpoch(
  dataDir: string,
  namespace: string,
  servers: Servers,
  say: (sentence: string) => void,
): Promise<number | null> {
  const postgres = join(dataDir, 'postgres');
  const temporal = join(dataDir, 'temporal');
  const readers: (() => Promise<number>)[] = [];
  if (existsSync(join(postgres, 'cluster')))
    readers.push(() => servers.withPostgres(postgres, epochOfTables));
  if (existsSync(join(temporal, 'temporal.sqlite')))
    readers.push(() =>
      servers.withTemporal(temporal, { namespace, payloadKeys: NO_KEYS }, async (client) => {
        return (await engineMark(client))?.epoch ?? 0;
      }),
    );
  for (const read of readers)
    try {
      return await read();
    } catch (error) {
      say(`现有数据读不出来：${(error as Error).message}`);
    }
  return readers.length > 0 ? null : 0;
}

/** Nothing sealed is read. */
const NO_KEYS = `none:${Buffer.alloc(32).toString('base64')}`;

/** 0 = none: nothing of ours is there. */
export const epochOfTables = (url: string): Promise<number> =>
  withDatabase(url, undefined, async (dataSource) => {
    const [found] = await dataSource.query<[{ there: boolean }]>(
      `SELECT to_regclass('store_mark') IS NOT NULL AS there`,
    );
    if (!found.there) return 0;
    const [row] = await dataSource.query<{ epoch: number }[]>(`SELECT epoch FROM store_mark`);
    return row?.epoch ?? 0;
  });

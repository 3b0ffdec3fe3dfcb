/** Data that come with the platform are loaded again only when they changed. */
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Loads once what belongs together: nothing is done when this very version is there already.
 * Several processes may call it at once; one loads, the others wait and find it done.
 */
export async function loadOnce(
  dataSource: DataSource,
  name: string,
  content: string,
  load: (manager: EntityManager) => Promise<void>,
): Promise<void> {
  const version = createHash('sha256').update(content).digest('hex');
  await dataSource.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('loaded_data'))`);
    const [loaded] = await manager.query<{ version: string }[]>(
      `SELECT version FROM loaded_data WHERE name = $1`,
      [name],
    );
    if (loaded?.version === version) return;
    await load(manager);
    await manager.query(
      `INSERT INTO loaded_data (name, version) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET version = excluded.version, loaded_at = now()`,
      [name, version],
    );
  });
}

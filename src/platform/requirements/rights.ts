/**
 * What the user that serves may do (`DATABASE_APP_USER`): read and write rows, nothing else. The migration
 * grants it, each program asks for it at its start.
 */
import type { DataSource } from 'typeorm';
import { told } from './told.js';
import { Unfit } from './unfit.js';

/** Rows that are written once: no right to change or delete them, beside the triggers that refuse it. */
export const ONLY_GROWS: readonly string[] = ['audit', 'audit_seal', 'digest_key'];
/** What the migration alone writes. */
export const READ_ONLY: readonly string[] = ['migration'];

/** @throws Unfit naming tables and sequences that the user of the connection may not use as the programs do */
export async function requireRights(dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ name: string; user: string }[]>(
    `SELECT coalesce(tablename::text, '') AS name, current_user::text AS user
       FROM pg_tables AS t CROSS JOIN format('%I.%I', schemaname, tablename) AS place
      WHERE schemaname = current_schema()
        AND NOT (has_table_privilege(place, 'SELECT')
          AND (tablename = ANY ($1) OR has_table_privilege(place, 'INSERT')
            AND (tablename = ANY ($2)
              OR has_table_privilege(place, 'UPDATE') AND has_table_privilege(place, 'DELETE'))))
      UNION ALL
     SELECT coalesce(sequencename::text, ''), current_user::text FROM pg_sequences
      WHERE schemaname = current_schema()
        AND NOT has_sequence_privilege(format('%I.%I', schemaname, sequencename), 'USAGE')
      ORDER BY name`,
    [READ_ONLY, ONLY_GROWS],
  );
  if (rows.length === 0) return;
  throw new Unfit(
    `数据库用户 ${rows[0]!.user} 无权读写 ${told(rows.map(({ name }) => name))}：` +
      `请以 DATABASE_APP_USER=${rows[0]!.user} 重新运行 dist/src/main-migrate.mjs。`,
  );
}

/**
 * What the user that serves may do (`DATABASE_APP_USER`): read and write rows, nothing else. The schema
 * belongs to the user that migrates, so who breaks into an API or a worker can neither change or drop a
 * table nor switch a trigger off, and the audit log only grows, whatever statement they send.
 */
import type { DataSource } from 'typeorm';
import { ONLY_GROWS, READ_ONLY } from '../../platform/requirements/index.js';

/** Gives a user these rights and no more; safe to repeat. @throws Error when it is no user's name */
export async function grantService(dataSource: DataSource, user: string): Promise<void> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(user))
    throw new Error(`DATABASE_APP_USER=${user} 不是数据库用户名（小写字母、数字、下划线）。`);
  await dataSource.transaction(async (manager) => {
    await manager.query(`
      REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${user};
      REVOKE CREATE ON SCHEMA public FROM PUBLIC, ${user};
      GRANT USAGE ON SCHEMA public TO ${user};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${user};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${user};
      REVOKE UPDATE, DELETE ON ${ONLY_GROWS.join(', ')} FROM ${user};
      REVOKE INSERT, UPDATE, DELETE ON ${READ_ONLY.join(', ')} FROM ${user}`);
  });
}

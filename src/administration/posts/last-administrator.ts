/** Somebody has to be able to let the others in: the city never stands without an administrator. */
import type { EntityManager } from 'typeorm';
import { conflict } from '../../platform/errors.js';

/**
 * Looked at after whatever could take the last one away.
 * @param day on which somebody must hold the post, without an end that is planned
 * @throws DomainError `last-administrator`
 */
export async function requireAdministrator(manager: EntityManager, day: string): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM post p JOIN person n ON n.id = p.person_id
      WHERE p.role = 'admin' AND n.locked_at IS NULL AND p.valid_from <= $1::date
        AND p.valid_to IS NULL LIMIT 1`,
    [day],
  );
  if (rows.length > 0) return;
  throw conflict('last-administrator', '这是最后一位市级管理员，不能离任或锁定；请先任命另一位。');
}

/** A process that is not wanted any more: retired, or deleted where nothing was ever done by it. */
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Actor } from '../../people/index.js';
import { conflict } from '../../platform/errors.js';
import { RELEASE } from '../../versions/index.js';
import { processNotFound } from './process-list.js';

/** Items and processes that begin cases by it, or would be published with it. */
interface Users {
  items: string[];
  processes: string[];
}

/**
 * No new case starts with it; those that run go on.
 * @throws DomainError `process-not-found`, `process-in-use`
 */
export function retireProcess(dataSource: DataSource, id: string, actor: Actor): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await lock(manager);
    await refuseInUse(manager, id, '停用');
    const [, retired] = await manager.query<[unknown[], number]>(
      `UPDATE process_version SET state = 'retired', updated_at = now()
        WHERE process_id = $1 AND state = 'published'`,
      [id],
    );
    if (retired === 0) throw processNotFound(id);
    await manager.query(`DELETE FROM process_start WHERE process_id = $1`, [id]);
    await note(manager, actor, id, 'process.retire');
  });
}

/**
 * It was never there, but for the audit log.
 * @throws DomainError `process-not-found`, `process-in-use`, `process-has-cases`, `process-comes-with-platform`
 */
export function deleteProcess(dataSource: DataSource, id: string, actor: Actor): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await lock(manager);
    await refuseInUse(manager, id, '删除');
    const [{ cases, shipped } = { cases: 0, shipped: false }] = await manager.query<
      { cases: number; shipped: boolean }[]
    >(
      `SELECT (SELECT count(*)::int FROM cases
                WHERE process_id = $1
                   OR model_hash IN (SELECT hash FROM process_version WHERE process_id = $1)) AS cases,
              EXISTS (SELECT FROM process_version WHERE process_id = $1 AND created_by = $2) AS shipped`,
      [id, RELEASE],
    );
    if (cases > 0)
      throw conflict(
        'process-has-cases',
        `已有 ${cases} 件办件用过流程 ${id}，其版本须留存备查，不能删除；可以停用。`,
        { cases },
      );
    if (shipped)
      throw conflict(
        'process-comes-with-platform',
        `流程 ${id} 随平台提供，升级时会再次装入，不能删除；可以停用。`,
      );
    await manager.query(`DELETE FROM process_start WHERE process_id = $1`, [id]);
    await manager.query(`DELETE FROM definition_draft WHERE kind = 'process' AND key = $1`, [id]);
    const [, deleted] = await manager.query<[unknown[], number]>(
      `DELETE FROM process_version WHERE process_id = $1`,
      [id],
    );
    if (deleted === 0) throw processNotFound(id);
    await note(manager, actor, id, 'process.delete');
  });
}

/** As publications of processes wait for each other. */
async function lock(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('definition:process'))`);
}

async function refuseInUse(manager: EntityManager, id: string, act: string): Promise<void> {
  const { items, processes } = await usersOf(manager, id);
  if (items.length + processes.length === 0) return;
  const users = [
    ...items.map((name) => `事项“${name}”`),
    ...processes.map((name) => `流程“${name}”`),
  ];
  throw conflict(
    'process-in-use',
    `流程 ${id} 还在使用，不能${act}：${users.join('、')}。请先让它们改用别的流程。`,
    { items, processes },
  );
}

async function usersOf(manager: EntityManager, id: string): Promise<Users> {
  const [row] = await manager.query<Users[]>(
    `SELECT ARRAY(SELECT DISTINCT name FROM item_in_use WHERE data ->> 'processId' = $1::text
                   ORDER BY name LIMIT 20) AS items,
            ARRAY(SELECT name FROM process_version
                   WHERE state = 'published' AND process_id <> $1::text
                     AND model -> 'called' -> $1::text IS NOT NULL ORDER BY name LIMIT 20) AS processes`,
    [id],
  );
  return row!;
}

const note = (
  manager: EntityManager,
  { personId: person, postId: post }: Actor,
  id: string,
  act: string,
): Promise<void> =>
  audit(manager, { person, post, act, target: `process:${id}`, outcome: 'done', detail: {} });

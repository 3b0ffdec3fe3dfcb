/** The two versions of a migration. */
import type { EntityManager } from 'typeorm';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { notFound, unprocessable } from '../../platform/errors.js';

export interface Version {
  version: number;
  hash: string;
  model: ProcessModel;
}

/** @throws DomainError `version-not-found`, `same-version` */
export async function versionsOf(
  manager: EntityManager,
  processId: string,
  from: number,
  to: number,
): Promise<{ old: Version; target: Version }> {
  const rows = await manager.query<Version[]>(
    `SELECT version, hash, model FROM process_version
      WHERE process_id = $1 AND version IN ($2, $3)`,
    [processId, from, to],
  );
  const found = (wanted: number): Version => {
    const row = rows.find(({ version }) => version === wanted);
    if (row) return row;
    throw notFound(
      'version-not-found',
      `流程 ${processId} 没有已发布的第 ${wanted} 版，请从版本列表中选择。`,
    );
  };
  const [old, target] = [found(from), found(to)];
  if (old.hash === target.hash)
    throw unprocessable('same-version', `第 ${from} 版与第 ${to} 版内容相同，不需要迁移。`);
  return { old, target };
}

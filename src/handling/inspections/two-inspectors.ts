/** Which inspections take two holders of 执法证, and by which article. */
import type { EntityManager } from 'typeorm';
import { itemType } from '../../../workflows/item-types/index.js';
import { unprocessable } from '../../platform/errors.js';

/** The article by which a task takes two inspectors; null = it does not, as a benefit's visit to a home. */
export async function articleFor(manager: EntityManager, taskId: string): Promise<string | null> {
  const [row] = await manager.query<{ type: string }[]>(
    `SELECT i.type FROM task t JOIN cases c ON c.number = t.case_number
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE t.id = $1 AND t.act = 'inspect'`,
    [taskId],
  );
  return (row && itemType(row.type)?.twoInspectors) ?? null;
}

/**
 * Nobody completes such a task alone: it is completed by the second inspector's confirmation.
 * @throws DomainError 422 `inspection-needs-companion`
 */
export async function requireTwoInspectors(
  manager: EntityManager,
  { id, act }: { id: string; act: string | null },
): Promise<void> {
  const article = act === 'inspect' ? await articleFor(manager, id) : null;
  if (article === null) return;
  throw unprocessable(
    'inspection-needs-companion',
    `现场核查应当由两名以上持执法证的工作人员进行（${article}）。请填写笔录、选择同行核查人，由其确认后生效。`,
    { article },
  );
}

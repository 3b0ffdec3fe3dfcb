/**
 * 延期 (行政许可法 42): the handler asks, who may grant it approves in a task beside the diagram. Asked for
 * too late, it is refused at once; granted too late, the case refuses it.
 */
import type { EntityManager } from 'typeorm';
import type { ClockRules } from '../../../workflows/contracts/case.js';
import { audit } from '../../people/index.js';
import { type Actor, openSideTask, type Purpose } from '../../cases/index.js';
import { conflict, unprocessable } from '../../platform/errors.js';
import { reasonAgainstAct } from './acts.js';
import type { Standing } from './standing.js';

const PURPOSE = 'extension-approval';

interface Wish {
  days: number;
  reason: string;
}

/**
 * Opens the approval.
 * @returns its task's id
 * @throws DomainError `illegal-move`, `extension-asked`, `no-department`
 */
export async function askForExtension(
  manager: EntityManager,
  standing: Standing,
  { days, reason }: Wish,
  actor: Actor,
  key: string,
): Promise<string> {
  const by = standing.input.rules?.extension?.by ?? 'head';
  const against = reasonAgainstAct({ act: 'extend', reason, data: { days, by } }, standing);
  if (against) throw conflict('illegal-move', against);
  await refuseASecond(manager, standing.number, key);
  const { name, departmentId } = await whoGrants(manager, standing, by);
  const task = await openSideTask(manager, {
    ...{ caseNumber: standing.number, purpose: PURPOSE, key: `extension-${key}` },
    name: `审批延期：${days} 个工作日（${name}）`,
    ...{ departmentId, role: 'approver', dueAt: standing.dueAt },
    outcomes: [
      { id: 'agree', name: '同意延期' },
      { id: 'disagree', name: '不同意' },
    ],
    data: { days, by, reason, askedBy: actor.personId },
    inputs: { days, reason, askedBy: actor.name ?? actor.personId },
  });
  await audit(manager, {
    ...{ person: actor.personId, post: actor.postId, act: 'case.ask-extension' },
    ...{ target: `case:${standing.number}`, outcome: 'done', detail: { task, days } },
  });
  return task;
}

async function refuseASecond(manager: EntityManager, number: string, key: string): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM task WHERE case_number = $1 AND purpose = $2 AND key <> $3
        AND state IN ('open', 'completing')`,
    [number, PURPOSE, `side-extension-${key}`],
  );
  if (rows.length === 0) return;
  throw conflict('extension-asked', '已经有一个延期申请在审批，请等它办完。');
}

/** The head of the deciding department, or of the government it belongs to (行政许可法 42). */
async function whoGrants(
  manager: EntityManager,
  { leadDepartment }: Standing,
  by: NonNullable<ClockRules['extension']>['by'],
): Promise<{ departmentId: string; name: string }> {
  const [found] = await manager.query<{ departmentId: string; name: string }[]>(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id, kind, name, region, level, 0 AS height FROM organisation WHERE id = $1
       UNION ALL
       SELECT o.id, o.parent_id, o.kind, o.name, o.region, o.level, height + 1
         FROM organisation o JOIN above ON o.id = above.parent_id)
     SELECT id AS "departmentId", name FROM (
       SELECT id, name, height FROM above WHERE ($2 = 'head' AND height = 0) OR kind = 'government'
       UNION ALL
       -- 垂管 hangs on its own line: the government of the same place decides all the same.
       SELECT g.id, g.name, 100 FROM organisation g JOIN above ON above.height = 0
        WHERE g.kind = 'government' AND g.region = above.region) who
     ORDER BY height LIMIT 1`,
    [leadDepartment, by],
  );
  if (found) return found;
  throw unprocessable(
    'no-department',
    '找不到可以批准延期的机关，请管理员补全承办部门所属的人民政府。',
  );
}

/** What its approval means for the case. */
export const extensionApproval: Purpose = {
  name: PURPOSE,
  completed(_manager, { hands, data, outcome, opinion }) {
    if (hands.includes(data['askedBy'] as string)) {
      return Promise.reject(
        conflict(
          'own-request',
          '延期由您本人提出，须由其他有权批准的人审批；请退回给同岗位的同事。',
        ),
      );
    }
    if (outcome !== 'agree') return Promise.resolve();
    const { days, by, reason, askedBy } = data as Record<string, never>;
    const detail = { days, by, askedBy, opinion: opinion ?? null };
    return Promise.resolve({
      followUp: { kind: 'legal' as const, payload: { act: 'extend', reason, data: detail } },
    });
  },
};

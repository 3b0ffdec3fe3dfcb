/** 减签: somebody who was asked and has not begun is not asked any more. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { cancelSideTasks, insertCommand, type CommandRow } from '../../../cases/index.js';
import { conflict, notFound } from '../../../platform/errors.js';
import type { TaskRow } from '../../task-access/index.js';
import { dropHeld, letGo } from '../sign-offs/holding.js';
import {
  membersOf,
  setMember,
  settle,
  signOffOf,
  type Member,
  type SignOff,
} from '../sign-offs/rows.js';
import { SignOffRemovalDto } from '../sign-offs/sign-off.dto.js';
import { verbInTables } from './perform.js';

/**
 * When those who are left have all agreed, it is settled, and a held completion goes to the case.
 * @throws DomainError `member-not-found`, `member-has-begun` …
 */
export const removeSigner = verbInTables<SignOffRemovalDto>({
  name: 'sign-off-removal',
  operation: {
    ...{ id: 'removeSignOff', method: 'post', path: 'sign-offs/removal' },
    summary: '减签：去掉还没有开始的加签人',
  },
  request: SignOffRemovalDto,
  gates: [],
  async run({ manager, task, actor, asked }) {
    const signOff = await signOffOf(manager, asked.signOff);
    const member = signOff?.taskId === task.id && (await memberAt(manager, asked));
    if (!signOff || !member) throw notFound('member-not-found', '没有这位加签人；请刷新后查看。');
    if (await hasBegun(manager, signOff, member)) {
      throw conflict('member-has-begun', '该加签人已开始办理或已办结，不能减签。');
    }
    if (member.sideTask) await cancelSideTasks(manager, [member.sideTask]);
    await setMember(manager, signOff.id, member.position, 'removed');
    const verdict = await settle(manager, signOff, actor.personId);
    let released: CommandRow | undefined;
    if (signOff.place === 'after' && task.held) {
      if (verdict === 'agreed' || verdict === 'withdrawn')
        released = await release(manager, task, signOff);
      if (verdict === 'disagreed') await dropHeld(manager, task.id);
    }
    const data = { signOff: signOff.id, person: member.personId, verdict };
    return { opinion: asked.reason, data, released };
  },
});

async function release(
  manager: EntityManager,
  task: TaskRow,
  signOff: SignOff,
): Promise<CommandRow | undefined> {
  const held = await letGo(manager, signOff);
  const more = { id: randomUUID(), caseNumber: task.case_number };
  return held && insertCommand(manager, { ...more, ...held });
}

async function memberAt(
  manager: EntityManager,
  { signOff, position }: { signOff: string; position: number },
): Promise<Member | undefined> {
  return (await membersOf(manager, signOff)).find((member) => member.position === position);
}

/** Who answered, or wrote something down, has begun. */
async function hasBegun(
  manager: EntityManager,
  signOff: SignOff,
  { state, sideTask }: Member,
): Promise<boolean> {
  if (signOff.state !== 'planned' && signOff.state !== 'open') return true;
  if (state !== 'waiting' && state !== 'open') return true;
  if (!sideTask) return false;
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM task WHERE id = $1 AND state <> 'open'
     UNION ALL SELECT 1 FROM task_draft WHERE task_id = $1`,
    [sideTask],
  );
  return rows.length > 0;
}

/** 前加签、后加签、会签、或签、依次 and 减签, on an open task, with people its handler chooses. */
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import {
  insertCommand,
  type Actor,
  type CommandRow,
  cancelSideTasks,
} from '../../../cases/index.js';
import { conflict, notFound, unprocessable } from '../../../platform/errors.js';
import { deskOf, type Desk } from '../desks.js';
import { asAssignee } from '../perform-verb.js';
import { isOwnCase } from '../own-case.js';
import { requireNotHeld } from '../refusals.js';
import type { TaskRow } from '../../task-access/index.js';
import { dropHeld, letGo } from './holding.js';
import {
  membersOf,
  openTurns,
  setMember,
  settle,
  signOffOf,
  waitingSignOff,
  type Member,
  type SignOff,
} from './rows.js';
import type { Rule } from './rules.js';

export interface NewSignOff {
  place: SignOff['place'];
  rule: Rule;
  /** Of `ratio`: 0–1. */
  ratio?: number;
  /** Posts of those who are asked; in this order for `in-order`. */
  posts: string[];
  reason: string;
}

/** @throws DomainError `sign-off-open`, `nobody-asked`, `asked-twice`, `ratio-missing`, `own-case` … */
export function addSignOff(
  dataSource: DataSource,
  taskId: string,
  actor: Actor,
  asked: NewSignOff,
  key: string,
): Promise<void> {
  const verb = asked.place === 'before' ? 'sign-before' : 'sign-after';
  return asAssignee(dataSource, taskId, actor, { verb, key }, async (manager, task, me) => {
    requireNotHeld(task);
    const desks = await checked(manager, task, [me.personId, actor.personId], asked);
    const { place, rule, ratio = null, reason } = asked;
    const id = randomUUID();
    await manager.query(
      `INSERT INTO sign_off (id, task_id, place, rule, ratio, reason, person_id, post_id, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'planned')`,
      [id, taskId, place, rule, ratio, reason, actor.personId, actor.postId ?? null],
    );
    for (const [position, desk] of desks.entries()) {
      await manager.query(
        `INSERT INTO sign_off_member (sign_off_id, position, person_id, post_id, department_id, state)
         VALUES ($1, $2, $3, $4, $5, 'waiting')`,
        [id, position, desk.personId, desk.postId, desk.departmentId],
      );
    }
    if (place === 'before') await openTurns(manager, (await signOffOf(manager, id))!);
    const people = desks.map(({ personId }) => personId);
    return { opinion: reason, data: { signOff: id, rule, ...(ratio && { ratio }), people } };
  });
}

async function checked(
  manager: EntityManager,
  task: TaskRow,
  askers: string[],
  { place, rule, ratio, posts }: NewSignOff,
): Promise<Desk[]> {
  if (task.role === 'applicant')
    throw unprocessable('not-for-applicants', '申请人的环节不能加签。');
  if (place === 'after' && task.origin === 'side')
    throw unprocessable('no-sign-after', `“${task.name}”不是流程环节，不能后加签；请用前加签。`);
  if (await waitingSignOff(manager, task.id, place)) {
    throw conflict(
      'sign-off-open',
      `“${task.name}”已有未完成的${place === 'before' ? '前' : '后'}加签；请等其完成，或先减签。`,
    );
  }
  if (posts.length === 0)
    throw unprocessable('nobody-asked', '请选择加签的人员。', { field: 'posts' });
  if ((rule === 'ratio') !== (ratio !== undefined))
    throw unprocessable('ratio-missing', '按比例会签时请填写比例，其他方式不填。', {
      field: 'ratio',
    });
  const desks: Desk[] = [];
  for (const post of posts) desks.push(await deskOf(manager, post));
  const people = desks.map(({ personId }) => personId);
  if (new Set(people).size < people.length)
    throw unprocessable('asked-twice', '同一个人只能加签一次。', { field: 'posts' });
  if (people.some((person) => askers.includes(person)))
    throw unprocessable('sign-off-by-self', '不能请自己加签。', { field: 'posts' });
  const own = desks.find(({ personId }) => isOwnCase({ ...task, origin: 'side' }, [personId]));
  if (own) {
    throw unprocessable('own-case', `${own.personName}是该办件的申请人或代办人，不能加签。`, {
      field: 'posts',
    });
  }
  return desks;
}

/**
 * 减签: somebody who was asked and has not begun is not asked any more. When those who are left have
 * all agreed, it is settled.
 * @returns the held completion's command, when that is now to be sent
 * @throws DomainError `member-not-found`, `member-has-begun` …
 */
export async function removeMember(
  dataSource: DataSource,
  taskId: string,
  actor: Actor,
  asked: { signOff: string; position: number; reason: string },
  key: string,
): Promise<CommandRow | undefined> {
  let released: CommandRow | undefined;
  const operation = { verb: 'sign-off-removal', key };
  await asAssignee(dataSource, taskId, actor, operation, async (manager, task) => {
    const signOff = await signOffOf(manager, asked.signOff);
    const member = signOff?.taskId === task.id && (await memberAt(manager, asked));
    if (!signOff || !member) throw notFound('member-not-found', '没有这位加签人；请刷新后查看。');
    if (await hasBegun(manager, signOff, member)) {
      throw conflict('member-has-begun', '该加签人已开始办理或已办结，不能减签。');
    }
    if (member.sideTask) await cancelSideTasks(manager, [member.sideTask]);
    await setMember(manager, signOff.id, member.position, 'removed');
    const verdict = await settle(manager, signOff);
    if (signOff.place === 'after' && task.held) {
      if (verdict === 'agreed' || verdict === 'withdrawn')
        released = await release(manager, task, signOff);
      if (verdict === 'disagreed') await dropHeld(manager, task.id);
    }
    const data = { signOff: signOff.id, person: member.personId, verdict };
    return { opinion: asked.reason, data };
  });
  return released;
}

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

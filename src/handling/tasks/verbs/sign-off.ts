/** 前加签、后加签、会签、或签、依次, on an open task, with people its handler chooses. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { conflict, unprocessable } from '../../../platform/errors.js';
import type { TaskRow } from '../../task-access/index.js';
import { deskOf, type Desk } from '../desks.js';
import { isOwnCase } from '../own-case.js';
import { openTurns, signOffOf, waitingSignOff } from '../sign-offs/rows.js';
import { NewSignOffDto } from '../sign-offs/sign-off.dto.js';
import { notHeld } from './gates.js';
import { verbInTables } from './perform.js';

/** @throws DomainError `sign-off-open`, `nobody-asked`, `asked-twice`, `ratio-missing`, `own-case` … */
export const signOff = verbInTables<NewSignOffDto>({
  name: 'sign-off',
  called: {
    names: ['sign-before', 'sign-after'],
    of: ({ place }) => (place === 'before' ? 'sign-before' : 'sign-after'),
  },
  operation: {
    ...{ id: 'addSignOff', method: 'post', path: 'sign-offs' },
    summary: '加签：前或后，会签、或签、依次',
  },
  request: NewSignOffDto,
  gates: [notHeld],
  async run({ manager, task, me, actor, asked }) {
    const desks = await checked(manager, task, [me.personId, actor.personId], asked);
    const { place, rule, ratio = null, reason } = asked;
    const id = randomUUID();
    await manager.query(
      `INSERT INTO sign_off (id, task_id, place, rule, ratio, reason, person_id, post_id, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'planned')`,
      [id, task.id, place, rule, ratio, reason, actor.personId, actor.postId ?? null],
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
  },
});

async function checked(
  manager: EntityManager,
  task: TaskRow,
  askers: string[],
  { place, rule, ratio, posts }: NewSignOffDto,
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

/** 委派: a colleague of the department looks into it and gives it back with an opinion; who delegated decides. */
import { unprocessable } from '../../../platform/errors.js';
import { deskOf } from '../desks.js';
import { isOwnCase } from '../own-case.js';
import { notDelegated, notHeld } from './gates.js';
import { verbInTables } from './perform.js';
import { ReasonDto } from './reason.dto.js';
import type { Gate } from './verb.js';
import { PostId } from '../../../platform/http/index.js';

export class DelegationDto extends ReasonDto {
  @PostId({ description: '委派给本部门哪个岗位上的人' })
  post: string;
}

const delegable: Gate<unknown> = ({ task }) => {
  if (task.role === 'applicant' || task.data['personal'])
    throw unprocessable('not-delegable', `“${task.name}”须由本人办理，不能委派。`);
};

/** @throws DomainError `post-not-found`, `delegate-elsewhere`, `delegate-to-self`, `own-case` … */
export const delegate = verbInTables<DelegationDto>({
  name: 'delegate',
  operation: {
    ...{ id: 'delegateTask', method: 'post', path: 'delegation' },
    summary: '委派：同事看过后交回，由委派人办理',
  },
  request: DelegationDto,
  gates: [notHeld, notDelegated, delegable],
  async run({ manager, task, me, actor, asked: { post, reason } }) {
    const desk = await deskOf(manager, post);
    if (desk.departmentId !== task.department_id) {
      throw unprocessable('delegate-elsewhere', '只能委派给本部门的人员；其他部门请用加签。', {
        field: 'post',
      });
    }
    if (desk.personId === me.personId || desk.personId === actor.personId)
      throw unprocessable('delegate-to-self', '不能委派给自己。', { field: 'post' });
    if (isOwnCase(task, [desk.personId])) {
      throw unprocessable('own-case', `${desk.personName}是该办件的申请人或代办人，不能办理。`, {
        field: 'post',
      });
    }
    await manager.query(
      `UPDATE task SET delegator_person = assignee_person, delegator_post = assignee_post,
              assignee_person = $2, assignee_post = $3, claimed_at = now() WHERE id = $1`,
      [task.id, desk.personId, desk.postId],
    );
    return { opinion: reason, data: { toPerson: desk.personId } };
  },
});

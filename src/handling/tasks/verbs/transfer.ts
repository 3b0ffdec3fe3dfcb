/** 转办: a task goes to another person, or into another department's pool, of the line that may handle it. */
import type { EntityManager } from 'typeorm';
import { unprocessable } from '../../../platform/errors.js';
import type { TaskRow } from '../../task-access/index.js';
import { departmentsFor, deskOf, desksIn } from '../desks.js';
import { isOwnCase } from '../own-case.js';
import { notDelegated, notHeld } from './gates.js';
import { verbInTables } from './perform.js';
import { ReasonDto } from './reason.dto.js';
import type { Gate } from './verb.js';
import { PostId, Text } from '../../../platform/http/index.js';

export class TransferDto extends ReasonDto {
  @PostId({ optional: true, description: '转给哪个岗位上的人' })
  post?: string;

  @Text({ max: 200, optional: true, description: '或转到哪个部门的待领取' })
  department?: string;
}

/** Acts that only the body says which the item names: another department may not say them for it. */
const ACTS_OF_THE_BODY = new Set(['accept', 'decide', 'revoke']);

const transferable: Gate<unknown> = ({ task }) => {
  if (task.role === 'applicant' || task.data['personal'])
    throw unprocessable('not-transferable', `“${task.name}”须由本人办理，不能转办。`);
};

/**
 * Sign-offs that are asked for stay: whoever has the task waits for them.
 * @throws DomainError `transfer-to-whom`, `department-may-not`, `role-may-not`, `nobody-there`,
 *   `act-of-the-body`, `own-case`
 */
export const transfer = verbInTables<TransferDto>({
  name: 'transfer',
  operation: {
    ...{ id: 'transferTask', method: 'post', path: 'transfer' },
    summary: '转办：给同部门或同条线的人，或部门',
  },
  request: TransferDto,
  gates: [notHeld, notDelegated, transferable],
  async run({ manager, task, asked: { post, department, reason } }) {
    const to = post
      ? await toPerson(manager, task, post)
      : await toDepartment(manager, task, department);
    await manager.query(
      `UPDATE task SET department_id = $2, assignee_person = $3, assignee_post = $4,
              claimed_at = CASE WHEN $3::text IS NULL THEN NULL ELSE now() END
        WHERE id = $1`,
      [task.id, to.departmentId, to.personId ?? null, to.postId ?? null],
    );
    const from = task.department_id;
    return { opinion: reason, data: { from, to: to.departmentId, toPerson: to.personId } };
  },
});

interface Target {
  departmentId: string;
  personId?: string;
  postId?: string;
}

async function toPerson(manager: EntityManager, task: TaskRow, post: string): Promise<Target> {
  const desk = await deskOf(manager, post);
  await requireDepartment(manager, task, desk.departmentId);
  if (task.role !== null && desk.role !== task.role) {
    throw unprocessable('role-may-not', `${desk.personName}的岗位不能办理“${task.name}”。`, {
      field: 'post',
    });
  }
  if (desk.personId === task.assignee_person)
    throw unprocessable('transfer-to-self', '任务已在您手上，请选择其他人。', { field: 'post' });
  if (isOwnCase(task, [desk.personId])) {
    throw unprocessable(
      'own-case',
      `${desk.personName}是该办件的申请人或代办人，不能办理；请选择其他人。`,
      { field: 'post' },
    );
  }
  return desk;
}

async function toDepartment(
  manager: EntityManager,
  task: TaskRow,
  department: string | undefined,
): Promise<Target> {
  if (!department)
    throw unprocessable('transfer-to-whom', '请选择转办的人员或部门。', { field: 'post' });
  await requireDepartment(manager, task, department);
  if (department === task.department_id)
    throw unprocessable('transfer-to-self', '任务已在本部门；要放回待领取，请用退签。');
  if ((await desksIn(manager, [department], task.role)).length === 0) {
    throw unprocessable('nobody-there', '所选部门没有可以办理这个环节的岗位；请选择其他部门。', {
      field: 'department',
    });
  }
  return { departmentId: department };
}

async function requireDepartment(
  manager: EntityManager,
  task: TaskRow,
  department: string,
): Promise<void> {
  if (department === task.department_id) return;
  const may = await departmentsFor(manager, task.id);
  if (!may.some(({ id }) => id === department)) {
    throw unprocessable(
      'department-may-not',
      '所选部门与承办部门不是同一条线，或不管辖办件所在区域，不能接办。',
      { field: 'department' },
    );
  }
  if (task.act && ACTS_OF_THE_BODY.has(task.act)) {
    throw unprocessable(
      'act-of-the-body',
      `“${task.name}”须由法定的决定机关作出，只能转给本部门的人员。`,
      { field: 'department' },
    );
  }
}

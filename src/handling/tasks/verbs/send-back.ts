/**
 * 驳回: the case goes back to an earlier step, or to who was asked before in a round that asks one
 * after another. A modification of the running case (decision 12, interventions are commands).
 */
import type { Back } from '../../../../workflows/contracts/case.js';
import { insertCommand } from '../../../cases/index.js';
import { unprocessable } from '../../../platform/errors.js';
import { targetsOf, type SendBackTarget } from '../send-back-targets.js';
import { notDelegated, notHeld, signedBefore } from './gates.js';
import { note } from './note.js';
import { verbForCase } from './perform.js';
import { ReasonDto } from './reason.dto.js';
import type { Gate } from './verb.js';
import { Text } from '../../../platform/http/index.js';

export class SendBackDto extends ReasonDto {
  @Text({
    max: 200,
    description: '驳回到：previous（上一步）、applicant（申请人），或 returns 给出的去处',
    example: 'previous',
  })
  to: string;
}

const returnable: Gate<unknown> = ({ task }) => {
  if (task.origin === 'side' || task.role === 'applicant')
    throw unprocessable('not-returnable', `“${task.name}”不是流程中的审批环节，不能驳回。`);
};

/** @throws DomainError `already-decided`, `no-way-back`, `no-way-back-to-applicant`, `sign-off-open` … */
export const sendBack = verbForCase<SendBackDto>(
  {
    name: 'return',
    operation: {
      ...{ id: 'returnTask', method: 'post', path: 'return' },
      summary: '驳回：到上一步、更早的环节或申请人',
    },
    request: SendBackDto,
    gates: [notHeld, notDelegated, signedBefore, returnable],
    async run({ manager, task, actor, me, asked: { to, reason }, key }) {
      const target = chosen(await targetsOf(manager, task), to);
      await manager.query(
        `UPDATE sign_off SET state = 'withdrawn', settled_at = now()
          WHERE task_id = $1 AND state IN ('planned', 'open')`,
        [task.id],
      );
      const told = { opinion: reason, data: { to: target.to, undone: target.undone } };
      await note(manager, { ...{ task: task.id, actor, me, verb: 'return', told } });
      const { element, name, cancel, drop, start, again } = target;
      const back: Back = {
        ...{ verb: 'returned', taskKey: task.key, to: element, name },
        ...(target.answeredBy && { answeredBy: target.answeredBy }),
      };
      // The task waits for the case's answer, as at a completion; refused, it is open again.
      await manager.query(`UPDATE task SET state = 'completing' WHERE id = $1`, [task.id]);
      const row = await insertCommand(manager, {
        ...{ id: key, caseNumber: task.case_number, taskId: task.id, kind: 'modify', actor },
        payload: { back, reason, cancel, drop, start, again },
      });
      return { row };
    },
  },
  'modify',
);

function chosen(targets: SendBackTarget[], to: string): SendBackTarget {
  const wanted = {
    previous: (one: SendBackTarget) => one.doneAt !== null && one.role !== 'applicant',
    applicant: (one: SendBackTarget) => one.role === 'applicant',
  }[to];
  const found = targets.find(wanted ?? ((one) => one.to === to));
  if (found) return found;
  if (to === 'applicant') {
    throw unprocessable(
      'no-way-back-to-applicant',
      '流程在这里没有退回申请人的环节，或已经受理；请按补正或退件办理。',
      { field: 'to' },
    );
  }
  throw unprocessable(
    'no-way-back',
    '不能驳回到所选环节：办件没有经过它，或其后已有受理等法定行为。',
    {
      field: 'to',
      allowed: targets.map((one) => one.to),
    },
  );
}

/** 拿回: of what one handed on or said in a round, or of what waits for those who sign after it. */
import { caseAnswer, cancelSideTasks, insertDone, type CommandRow } from '../../../cases/index.js';
import { conflict, forbidden, unprocessable } from '../../../platform/errors.js';
import { recallStep } from '../recall-step.js';
import { dropHeld } from '../sign-offs/holding.js';
import { membersOf, waitingSignOff } from '../sign-offs/rows.js';
import { note } from './note.js';
import { verbForCase } from './perform.js';
import { ReasonDto } from './reason.dto.js';
import type { Doing, Who } from './verb.js';

const whoHandledIt: Who<unknown> = ({ task, identities }) => {
  if (task.origin === 'side')
    throw unprocessable('not-recallable', `“${task.name}”不是流程环节，不能拿回。`);
  const me = identities.find(({ personId }) => personId === task.assignee_person);
  if (!me) throw forbidden('not-yours-to-recall', `只有办理“${task.name}”的人可以拿回。`);
  return me;
};

/** @throws DomainError as `recallStep`, and `sign-off-begun` */
export const recall = verbForCase<ReasonDto>(
  {
    name: 'recall',
    operation: {
      ...{ id: 'recallTask', method: 'post', path: 'recall' },
      summary: '拿回：后面还没有人办理时；会签中自己的一票，在会签结束前',
    },
    request: ReasonDto,
    who: whoHandledIt,
    gates: [],
    run: async (doing) => ({
      row: doing.task.held ? await takeHeldBack(doing) : await recallStep(doing),
    }),
  },
  'modify',
);

/** Who was asked to sign after it has not answered yet: they are asked again at the next completion. */
async function takeHeldBack({
  manager,
  task,
  actor,
  me,
  asked: { reason },
  key,
}: Doing<ReasonDto>): Promise<CommandRow> {
  const signOff = await waitingSignOff(manager, task.id, 'after');
  const members = signOff ? await membersOf(manager, signOff.id) : [];
  if (members.some(({ state }) => state === 'agreed' || state === 'disagreed'))
    throw conflict('sign-off-begun', `“${task.name}”的后加签已有人办理，不能拿回。`);
  await cancelSideTasks(
    manager,
    members.flatMap(({ sideTask }) => sideTask ?? []),
  );
  if (signOff) {
    await manager.query(
      `UPDATE sign_off_member SET state = 'waiting', side_task = NULL
        WHERE sign_off_id = $1 AND state = 'open'`,
      [signOff.id],
    );
    await manager.query(`UPDATE sign_off SET state = 'planned' WHERE id = $1`, [signOff.id]);
  }
  await dropHeld(manager, task.id);
  await note(manager, {
    ...{ task: task.id, actor, me, verb: 'recall', told: { opinion: reason } },
  });
  const command = { id: key, caseNumber: task.case_number, taskId: task.id, actor };
  const answer = await caseAnswer(manager, task.case_number);
  return insertDone(manager, { ...command, payload: { verb: 'recall' } }, answer);
}

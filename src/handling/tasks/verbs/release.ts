/** 退签: gives a claimed task back to the pool. */
import { conflict } from '../../../platform/errors.js';
import { ownIdentity } from '../../task-access/index.js';
import { requireAssignee } from '../refusals.js';
import { notDelegated, notHeld } from './gates.js';
import { verbInTables } from './perform.js';
import type { Gate, Who } from './verb.js';

/** Somebody who changed posts since may still give it back. */
const whoHasIt: Who<unknown> = ({ manager, task, actor, identities }) => {
  const mine = task.assignee_person === actor.personId && task.state === 'open';
  return mine ? ownIdentity(actor) : requireAssignee(manager, task, identities);
};

const notTheApplicants: Gate<unknown> = ({ task }) => {
  if (task.role === 'applicant')
    throw conflict('task-not-released', `“${task.name}”是您本人的事项，不能退签。`);
};

/** A sign-off asked of one person is nobody else's to take. */
const notPersonal: Gate<unknown> = ({ task }) => {
  if (task.data['personal'])
    throw conflict('task-personal', `“${task.name}”是点名请您办理的，不能退到公共待办。`);
};

export const release = verbInTables<object>(
  {
    name: 'release',
    operation: { id: 'releaseTask', method: 'delete', path: 'claim', summary: '退签' },
    who: whoHasIt,
    gates: [notTheApplicants, notHeld, notDelegated, notPersonal],
    async run({ manager, task }) {
      await manager.query(
        `UPDATE task SET assignee_person = NULL, assignee_post = NULL, claimed_at = NULL
          WHERE id = $1`,
        [task.id],
      );
      return {};
    },
  },
  false,
);

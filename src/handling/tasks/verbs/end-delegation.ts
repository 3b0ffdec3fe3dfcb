/** 收回委派: the delegator does it without waiting. */
import { conflict, forbidden } from '../../../platform/errors.js';
import { isAssignee } from '../../task-access/index.js';
import { verbInTables } from './perform.js';
import { RETURN_TO_DELEGATOR } from './return-to-delegator.js';
import type { Who } from './verb.js';

const theDelegator: Who<unknown> = ({ task, identities }) => {
  const mine = (person: string | null) =>
    person === null ? undefined : identities.find(({ personId }) => personId === person);
  const me = mine(task.delegator_person);
  // Whoever has it back is told so; how a task stands is no stranger's business.
  if (!task.delegator_person && identities.some((one) => isAssignee(task, one)))
    throw conflict('task-not-delegated', `“${task.name}”已交回，或没有委派；请刷新后查看。`);
  if (!me) throw forbidden('not-the-delegator', '只有委派人可以收回委派。');
  if (task.state !== 'open')
    throw conflict('task-not-open', `“${task.name}”已办理或已关闭；请刷新后查看。`);
  return me;
};

export const endDelegation = verbInTables<object>({
  name: 'end-delegation',
  operation: {
    ...{ id: 'endDelegation', method: 'post', path: 'delegation/end' },
    summary: '收回委派',
  },
  who: theDelegator,
  gates: [],
  async run({ manager, task }) {
    await manager.query(RETURN_TO_DELEGATOR, [task.id]);
    return { data: { fromPerson: task.assignee_person } };
  },
});

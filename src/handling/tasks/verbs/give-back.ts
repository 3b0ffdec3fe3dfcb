/** 交回: the delegate's opinion, and the task is in the delegator's hands again. */
import { conflict } from '../../../platform/errors.js';
import { verbInTables } from './perform.js';
import { RETURN_TO_DELEGATOR } from './return-to-delegator.js';
import type { Gate } from './verb.js';
import { Text } from '../../../platform/http/index.js';

export class OpinionDto {
  @Text({ min: 1, max: 2000, description: '意见' })
  opinion: string;
}

const delegated: Gate<unknown> = ({ task }) => {
  if (!task.delegator_person)
    throw conflict('task-not-delegated', `“${task.name}”不是受委派的任务，直接办理即可。`);
};

export const giveBack = verbInTables<OpinionDto>({
  name: 'give-back',
  operation: {
    ...{ id: 'answerDelegation', method: 'post', path: 'delegation/answer' },
    summary: '交回委派人，附意见',
  },
  request: OpinionDto,
  gates: [delegated],
  async run({ manager, task, asked: { opinion } }) {
    await manager.query(RETURN_TO_DELEGATOR, [task.id]);
    return { opinion, data: { toPerson: task.delegator_person } };
  },
});

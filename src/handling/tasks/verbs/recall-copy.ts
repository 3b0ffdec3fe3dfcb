/** 撤回抄送: who was sent a copy reads the case no longer. */
import { forbidden, notFound } from '../../../platform/errors.js';
import { Uuid } from '../../../platform/http/index.js';
import { verbInTables } from './perform.js';
import type { Who } from './verb.js';

export class CopyRecallDto {
  @Uuid({ description: '撤回哪一份抄送' })
  copy: string;
}

interface Sent {
  by: string;
  recalled: boolean;
}

/** Who sent it, or has the task in hand; the task itself may be done by now. */
const senderOrHandler: Who<CopyRecallDto> = async ({ manager, task, identities, asked }) => {
  const [sent] = await manager.query<Sent[]>(
    `SELECT by_person AS by, recalled_at IS NOT NULL AS recalled
       FROM task_copy WHERE id = $1 AND task_id = $2 FOR UPDATE`,
    [asked.copy, task.id],
  );
  if (!sent || sent.recalled) throw notFound('copy-not-found', '没有这份抄送，或者已经撤回。');
  const hands = [sent.by, task.assignee_person];
  const me = identities.find(({ personId }) => hands.includes(personId));
  if (!me) throw forbidden('copy-of-another', '抄送由发出的人或该环节的办理人撤回。');
  return me;
};

/** @throws DomainError `copy-not-found`, `copy-of-another` */
export const recallCopy = verbInTables<CopyRecallDto>({
  name: 'recall-copy',
  operation: {
    ...{ id: 'recallCopy', method: 'post', path: 'copies/recall' },
    summary: '撤回抄送：收到的人不能再看这个办件',
  },
  request: CopyRecallDto,
  who: senderOrHandler,
  gates: [],
  async run({ manager, asked }) {
    const [[row]] = await manager.query<[{ person: string }[], number]>(
      `UPDATE task_copy SET recalled_at = now() WHERE id = $1 RETURNING person_id AS person`,
      [asked.copy],
    );
    return { data: { person: row!.person } };
  },
});

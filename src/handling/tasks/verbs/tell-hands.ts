/** A verb that puts a task into somebody's hands tells them, whichever verb it is. */
import { randomUUID } from 'node:crypto';
import { tellBack, tellHands } from '../../../cases/index.js';
import type { Doing } from './verb.js';

const HOW: Readonly<Record<string, string>> = { transfer: '转办给您', delegate: '委派给您' };

/** After the verb has written: who has the task now and neither had it nor took it themselves. */
export async function tellNewHands(
  { manager, task, actor }: Doing<unknown>,
  verb: string,
): Promise<void> {
  const [now] = await manager.query<{ person: string }[]>(
    `SELECT assignee_person AS person FROM task
      WHERE id = $1 AND state = 'open' AND assignee_person IS DISTINCT FROM $2
        AND assignee_person <> $3`,
    [task.id, task.assignee_person, actor.personId],
  );
  if (!now) return;
  const handed = { key: randomUUID(), taskId: task.id, person: now.person };
  await (now.person === task.delegator_person
    ? tellBack(manager, handed)
    : tellHands(manager, { ...handed, how: HOW[verb] ?? '交给您' }));
}

/**
 * Commands that were sent and not answered: each in its turn, the one longest not sent first, with a
 * growing rest; after so many attempts the command is an incident, which a person who has found the
 * cause has sent once more.
 */
import type { EntityManager } from 'typeorm';
import { COLUMNS, type CommandRow } from './command-row.js';

export const COMMAND_UNANSWERED = 'command-unanswered';

/** How long a sent command is left alone, s: twice as long each time, up to the longest. */
const REST = 15;
const LONGEST_REST = 60;
/** An hour of trying: a case that is there and is carried out has answered long before. */
const MOST_ATTEMPTS = 60;

const MESSAGE =
  '这项操作已发送多次，办件一直没有回应，已停止发送，其他办件不受影响。' +
  '请查看流程引擎和工作进程是否正常、办件是否另有异常；处理好后重试，操作会照原样再发送。';

/** Takes over pending rows whose rest is over; other sweepers pass them by. */
export async function leaseUnanswered(manager: EntityManager, most: number): Promise<CommandRow[]> {
  const [rows] = await manager.query<[CommandRow[], number]>(
    `UPDATE command SET sent_at = now(), attempts = attempts + 1
      WHERE id IN (
        SELECT id FROM command
         WHERE status = 'pending' AND attempts < $4
           AND sent_at < now() - make_interval(
                 secs => least($1 * power(2, least(greatest(attempts, 1), 10) - 1), $2))
         ORDER BY sent_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [REST, LONGEST_REST, most, MOST_ATTEMPTS],
  );
  return rows;
}

/** An attempt that did not even reach the workflow engine is no word on the command. */
export async function forgetAttempt(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `UPDATE command SET attempts = greatest(attempts - 1, 1) WHERE id = $1 AND status = 'pending'`,
    [id],
  );
}

/** Makes incidents of those that were sent often enough. */
export async function setAsideUnanswered(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO incident AS i (id, case_number, key, element, code, message, state, opened_at)
     SELECT case_number || '.' || $2 || '~' || id, case_number, $2 || '~' || id, '', $2, $3, 'open',
            now()
       FROM command
      WHERE status = 'pending' AND attempts >= $1 AND sent_at < now() - make_interval(secs => $4)
     ON CONFLICT (id) DO UPDATE SET state = 'open', opened_at = now(), resolved_at = NULL
      WHERE i.state <> 'open'`,
    [MOST_ATTEMPTS, COMMAND_UNANSWERED, MESSAGE, REST],
  );
}

/** Has the command of such an incident sent from the beginning. */
export async function sendOnceMore(manager: EntityManager, incidentId: string): Promise<void> {
  await manager.query(
    `UPDATE command SET attempts = 1, sent_at = now() - make_interval(secs => $2)
       FROM incident
      WHERE incident.id = $1 AND command.case_number = incident.case_number
        AND incident.key = $3 || '~' || command.id AND command.status = 'pending'`,
    [incidentId, 2 * REST, COMMAND_UNANSWERED],
  );
  await manager.query(
    `UPDATE incident SET state = 'resolved', resolved_at = now() WHERE id = $1 AND state = 'open'`,
    [incidentId],
  );
}

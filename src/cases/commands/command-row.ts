/**
 * What a person does is first a row (decision 1, commands as rows). The row holds the payload, so
 * that it can be sent again with the same id until it is answered, by whichever process is alive.
 */
import type { EntityManager } from 'typeorm';
import type { CaseAnswer, CaseCommand } from '../../../workflows/contracts/case.js';
import { conflict } from '../../platform/errors.js';
import { traceparent } from '../../platform/observability/trace.js';

export type CommandStatus = 'pending' | 'done' | 'refused';

/** Who acts: the person, and the post in which they do. */
export interface Actor {
  personId: string;
  postId?: string | null;
  organisationId?: string | null;
  role?: string | null;
  name?: string;
}

export interface Refused {
  code: string;
  message: string;
}

/** What the API tells: the answer, or where to ask for it later. */
export type CommandResult =
  | { status: 'done'; answer: CaseAnswer }
  | { status: 'pending'; command: string };

export interface CommandRow {
  id: string;
  case_number: string;
  task_id: string | null;
  /** `side`: a side task was completed; nothing is sent. */
  kind: CaseCommand['kind'] | 'side';
  person_id: string;
  post_id: string | null;
  payload: Record<string, unknown>;
  status: CommandStatus;
  answer: CaseAnswer | Refused | null;
  /** `traceparent` of what the person did: the case goes on in its trace, whoever sends the row. */
  trace: string | null;
}

export interface NewCommand {
  id: string;
  caseNumber: string;
  taskId?: string;
  kind: CaseCommand['kind'];
  actor: Actor;
  /** The command without id, actor and kind. */
  payload: Record<string, unknown>;
}

/** The row as the workflow's command. */
export function asCaseCommand(row: CommandRow): CaseCommand {
  const actor = { person: row.person_id, ...(row.post_id && { post: row.post_id }) };
  return { ...row.payload, id: row.id, kind: row.kind, actor } as CaseCommand;
}

export const COLUMNS =
  'id, case_number, task_id, kind, person_id, post_id, payload, status, answer, trace';

export async function findCommand(
  manager: EntityManager,
  id: string,
): Promise<CommandRow | undefined> {
  const [row] = await manager.query<CommandRow[]>(`SELECT ${COLUMNS} FROM command WHERE id = $1`, [
    id,
  ]);
  return row;
}

/**
 * The earlier command of the same id, if this is its repeat. Two that come at once wait for each
 * other till the end of the transaction, so that the second finds the first.
 * @throws DomainError `command-of-another` naming who did it, when the id is somebody else's
 */
export async function repeated(
  manager: EntityManager,
  id: string,
  actor: Actor,
): Promise<CommandRow | undefined> {
  // The second one looks when the first has its lock.
  const [, row] = await Promise.all([
    manager.query<unknown>(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [id]),
    findCommand(manager, id),
  ]);
  if (row && row.person_id !== actor.personId) {
    const [person] = await manager.query<{ name: string }[]>(
      `SELECT name FROM person WHERE id = $1`,
      [row.person_id],
    );
    const by = person?.name ?? row.person_id;
    throw conflict('command-of-another', `该操作编号已由${by}使用。请换一个编号后重试。`, { by });
  }
  return row;
}

/**
 * Inserts the row, inside the caller's transaction, together with what it changes. It counts as sent:
 * the caller does so as soon as the transaction is committed, and the sweeper when that failed.
 */
export async function insertCommand(
  manager: EntityManager,
  command: NewCommand,
): Promise<CommandRow> {
  const [row] = await manager.query<CommandRow[]>(
    `INSERT INTO command (id, case_number, task_id, kind, person_id, post_id, payload, status,
                          sent_at, attempts, trace)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending', now(), 1, $8)
     RETURNING ${COLUMNS}`,
    [
      command.id,
      command.caseNumber,
      command.taskId ?? null,
      command.kind,
      command.actor.personId,
      command.actor.postId ?? null,
      JSON.stringify(command.payload),
      traceparent() ?? null,
    ],
  );
  return row!;
}

export async function answerCommand(
  manager: EntityManager,
  row: CommandRow,
  status: 'done' | 'refused',
  answer: CaseAnswer | Refused,
): Promise<void> {
  await manager.query(
    `WITH answered AS (
       UPDATE command SET status = $2, answer = $3, answered_at = now()
        WHERE id = $1 AND status = 'pending' RETURNING task_id)
     UPDATE task SET state = 'open' FROM answered
      WHERE $2 = 'refused' AND task.id = answered.task_id AND task.state = 'completing'
        AND task.origin = 'diagram'`,
    [row.id, status, JSON.stringify(answer)],
  );
  if (row.kind !== 'complete' && row.task_id) await settleSideTask(manager, row.task_id, status);
  const { reopen } = row.payload;
  if (status === 'refused' && Array.isArray(reopen)) {
    await manager.query(
      `UPDATE task SET state = 'open' WHERE id = ANY($1) AND state = 'completing'`,
      [reopen as string[]],
    );
  }
}

/** A side task is done when the case took what followed from it; refused, it is open once more. */
async function settleSideTask(
  manager: EntityManager,
  taskId: string,
  status: 'done' | 'refused',
): Promise<void> {
  await manager.query(
    `UPDATE task SET
       state = CASE WHEN $2 = 'done' THEN 'completed'
                    WHEN cases.ended AND NOT survives_end THEN 'cancelled' ELSE 'open' END,
       completed_at = CASE WHEN $2 = 'done' THEN now() END,
       outcome = CASE WHEN $2 = 'done' THEN task.outcome END,
       opinion = CASE WHEN $2 = 'done' THEN opinion END,
       answer = CASE WHEN $2 = 'done' THEN answer END
       FROM cases
      WHERE task.id = $1 AND task.state = 'completing' AND task.origin = 'side'
        AND cases.number = task.case_number`,
    [taskId, status],
  );
}

/** The row of something done without the workflow: answered as soon as it stands. */
export async function insertDone(
  manager: EntityManager,
  command: Omit<NewCommand, 'kind'>,
  answer: CaseAnswer,
): Promise<CommandRow> {
  const [row] = await manager.query<CommandRow[]>(
    `INSERT INTO command (id, case_number, task_id, kind, person_id, post_id, payload, status,
                          answer, sent_at, attempts, answered_at)
     VALUES ($1, $2, $3, 'side', $4, $5, $6, 'done', $7, now(), 1, now())
     RETURNING ${COLUMNS}`,
    [
      command.id,
      command.caseNumber,
      command.taskId ?? null,
      command.actor.personId,
      command.actor.postId ?? null,
      JSON.stringify(command.payload),
      JSON.stringify(answer),
    ],
  );
  return row!;
}

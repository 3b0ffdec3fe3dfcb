/** 拿回 of a completed step, or of one's own answer in a round that still runs. */
import type { EntityManager } from 'typeorm';
import { asksSeveral, placeIn, takenBack, type Modification } from '../../../bpmn/engine/index.js';
import { isDecided } from '../../../workflows/law/index.js';
import type { Back } from '../../../workflows/contracts/case.js';
import { insertCommand, type CommandRow } from '../../cases/index.js';
import { conflict } from '../../platform/errors.js';
import { runningCase, type RunningCase } from './send-back-targets.js';
import type { TaskRow } from '../task-access/index.js';
import { note } from './verbs/note.js';
import type { Doing } from './verbs/verb.js';

const movedOn = (name: string) =>
  conflict('moved-on', `“${name}”之后已有人办理、系统已开始处理或已汇合，不能拿回。`);

const roundOver = (name: string) =>
  conflict('round-over', `“${name}”这一轮已经结束，或其后已有人发表意见，不能单独拿回。`);

interface Opened {
  id: string;
  key: string;
  untouched: boolean;
}

/**
 * Takes back a completed task: while nobody has done anything behind it, or, of an answer in a round,
 * while the round is open. The tasks that go with it cannot be claimed from that moment on.
 * @throws DomainError `not-completed`, `act-stands`, `moved-on`, `round-over`
 */
export async function recallStep({
  manager,
  task,
  actor,
  me,
  asked: { reason },
  key,
}: Doing<{ reason: string }>): Promise<CommandRow> {
  const step = await completedAtStep(manager, task);
  const standing = await runningCase(manager, task.case_number);
  if (step.stands || isDecided(standing.legal)) {
    throw conflict('act-stands', `“${task.name}”已作出受理或决定，文书已经生效，不能拿回。`);
  }
  const undoing =
    (await answerInRound(manager, task, standing)) ??
    (await lastStep(manager, task, standing, step.number));
  await note(manager, {
    ...{ task: task.id, actor, me, verb: 'recall', told: { opinion: reason } },
  });
  const back: Back = {
    ...{ verb: 'recalled', taskKey: task.key, to: task.element, name: task.name },
    answeredBy: task.key,
  };
  // Nobody claims them while the case answers; refused, they are open again.
  await manager.query(`UPDATE task SET state = 'completing' WHERE id = ANY($1)`, [undoing.reopen]);
  const payload = { back, reason, ...undoing };
  const caseNumber = task.case_number;
  return insertCommand(manager, { id: key, caseNumber, kind: 'modify', actor, payload });
}

/** The modification, and the ids of the tasks that go with it. */
interface Undoing extends Modification {
  reopen: string[];
}

/** Null when the task was not asked for by a round that is still open. */
async function answerInRound(
  manager: EntityManager,
  task: TaskRow,
  { model, state }: RunningCase,
): Promise<Undoing | null> {
  const place = placeIn(model, state, task.key);
  if (!place && asksSeveral(model, task.element)) throw roundOver(task.name);
  if (!place) return null;
  const { body, index, after } = place;
  const opened = await lockWaiting(manager, task, { keys: after });
  if (opened.some(({ untouched }) => !untouched)) throw roundOver(task.name);
  return { again: [{ body, index }], reopen: opened.map(({ id }) => id) };
}

async function lastStep(
  manager: EntityManager,
  task: TaskRow,
  { model, state, step }: RunningCase,
  completedAt: number,
): Promise<Undoing> {
  if (task.ended || step !== completedAt) throw movedOn(task.name);
  const opened = await lockWaiting(manager, task, { step: completedAt });
  if (opened.some(({ untouched }) => !untouched)) throw movedOn(task.name);
  const keys = opened.map((one) => one.key);
  const taken = takenBack(model, state, task.element, keys);
  if (!taken) throw movedOn(task.name);
  return { ...taken, start: [task.element], reopen: opened.map(({ id }) => id) };
}

async function completedAtStep(
  manager: EntityManager,
  task: TaskRow,
): Promise<{ number: number; stands: boolean }> {
  const [row] = await manager.query<{ number: number; stands: boolean }[]>(
    `SELECT s.step AS number,
            coalesce(t.act IN ('accept', 'decide', 'revoke'), false) AS stands
       FROM task t
       JOIN command m ON m.task_id = t.id AND m.kind = 'complete' AND m.status = 'done'
       JOIN case_step s ON s.case_number = t.case_number AND s.cause = 'command:' || m.id
                       AND NOT s.superseded
      WHERE t.id = $1 AND t.state = 'completed' ORDER BY s.step DESC LIMIT 1`,
    [task.id],
  );
  if (!row) throw conflict('not-completed', `“${task.name}”还没有办理，不需要拿回。`);
  return row;
}

/** What the answer or the completion opened; nobody may claim one before the case has answered. */
async function lockWaiting(
  manager: EntityManager,
  task: TaskRow,
  { keys = null, step = null }: { keys?: string[] | null; step?: number | null },
): Promise<Opened[]> {
  return manager.query<Opened[]>(
    `SELECT id, key, state = 'open' AND (assignee_person IS NULL OR role IS NOT DISTINCT FROM 'applicant')
            AND NOT EXISTS (SELECT 1 FROM task_draft d WHERE d.task_id = task.id) AS untouched
       FROM task WHERE case_number = $1 AND (key = ANY($2) OR opened_step = $3) AND origin = 'diagram'
        AND state IN ('open', 'completing') ORDER BY id FOR UPDATE`,
    [task.case_number, keys, step],
  );
}

/**
 * 驳回 and 拿回: the case goes back to an earlier step. Both are modifications of the running case
 * (decision 12), worked out from where it stands; what has been decided by law stands.
 */
import type { DataSource, EntityManager } from 'typeorm';
import {
  position,
  returnsFrom,
  takenBack,
  type Return,
  type State,
} from '../../bpmn/engine/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import { isDecided } from '../../workflows/law/index.js';
import type { Back, CaseState } from '../../workflows/contracts/case.js';
import {
  insertCommand,
  repeated,
  type Actor,
  type CommandDispatcher,
  type CommandResult,
  type CommandRow,
} from '../cases/index.js';
import { conflict, forbidden, unprocessable } from '../platform/errors.js';
import { modelByHash } from '../processes/index.js';
import { identitiesOf } from './identities.js';
import { note } from './operation.js';
import { requireAssignee, requireNotDelegated, requireNotHeld } from './refusals.js';
import { requireSignedBefore } from './sign-offs/holding.js';
import { lockTask, type TaskRow } from './task-row.js';

interface Standing {
  model: ProcessModel;
  state: State;
  legal: CaseState;
  step: number;
  acceptedAt: Date | null;
}

/** Where a task may be sent back to, and what that costs. */
export interface ReturnTarget extends Return {
  /** When it was last done; null = the applicant's own step, not reached yet. */
  doneAt: Date | null;
  /** Names of the work that goes with it. */
  undoneNames: string[];
  /** What was done outside since, and stays done. */
  stays: string[];
}

async function standingOf(manager: EntityManager, caseNumber: string): Promise<Standing> {
  const [row] = await manager.query<(Omit<Standing, 'model'> & { hash: string })[]>(
    `SELECT model_hash AS hash, engine_state AS state, state AS legal, step,
            accepted_at AS "acceptedAt" FROM cases WHERE number = $1`,
    [caseNumber],
  );
  const model = row?.state && (await modelByHash(manager, row.hash));
  if (!row || !model) throw conflict('case-not-running', '办件尚未开始或已经办结。');
  return { ...row, model };
}

/** @throws DomainError `already-decided` */
export async function targetsOf(manager: EntityManager, task: TaskRow): Promise<ReturnTarget[]> {
  const { model, state, legal, acceptedAt } = await standingOf(manager, task.case_number);
  if (isDecided(legal)) {
    throw conflict(
      'already-decided',
      '已作出决定的办件不能驳回：行政决定非经法定程序不得撤回或变更。',
    );
  }
  const children = new Set(position(model, state).children.map(({ occurrence }) => occurrence));
  const done = await doneAt(manager, task.case_number);
  const targets: ReturnTarget[] = [];
  for (const one of returnsFrom(model, state, task.key)) {
    const at = done.get(one.element) ?? null;
    // Acceptance is an act with a paper of its own: it is not done a second time.
    if (acceptedAt && (!at || at <= acceptedAt)) continue;
    if (!at && !(one.role === 'applicant' && one.act === 'correct')) continue;
    // A case of its own is not ended from here.
    if (one.cancel.some((key) => children.has(key))) continue;
    const stays = at ? await outsideSince(manager, task.case_number, at) : [];
    targets.push({ ...one, doneAt: at, undoneNames: namesOf(model, one.undone), stays });
  }
  return targets.sort((a, b) => Number(b.doneAt ?? 0) - Number(a.doneAt ?? 0));
}

async function doneAt(manager: EntityManager, caseNumber: string): Promise<Map<string, Date>> {
  const rows = await manager.query<{ element: string; at: Date }[]>(
    `SELECT element, max(completed_at) AS at FROM task
      WHERE case_number = $1 AND state = 'completed' AND origin = 'diagram' GROUP BY element`,
    [caseNumber],
  );
  return new Map(rows.map(({ element, at }) => [element, at]));
}

async function outsideSince(
  manager: EntityManager,
  caseNumber: string,
  at: Date,
): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `SELECT DISTINCT coalesce(name, element) AS name FROM timeline
      WHERE case_number = $1 AND NOT superseded AND at >= $2
        AND kind IN ('activity-started', 'child-started', 'message-thrown', 'signal-thrown')
      ORDER BY 1`,
    [caseNumber, at],
  );
  return rows.map(({ name }) => name);
}

function namesOf(model: ProcessModel, elements: string[]): string[] {
  const all = [model, ...Object.values(model.called)].map(({ body }) => body.elements);
  return elements.map((id) => all.find((one) => one[id])?.[id]?.name ?? id);
}

export interface ReturnRequest {
  /** An element's id; `previous` = the step done last; `applicant` = the applicant's own. */
  to: string;
  reason: string;
}

/** @throws DomainError `already-decided`, `no-way-back`, `no-way-back-to-applicant`, `sign-off-open` … */
export async function sendBack(
  dataSource: DataSource,
  dispatcher: CommandDispatcher,
  taskId: string,
  actor: Actor,
  { to, reason, key }: ReturnRequest & { key: string },
): Promise<CommandResult> {
  const row = await dataSource.transaction(async (manager) => {
    const earlier = await repeated(manager, key, actor);
    if (earlier) return earlier;
    const task = await lockTask(manager, taskId);
    const me = await requireAssignee(manager, task, await identitiesOf(manager, actor));
    requireNotHeld(task);
    requireNotDelegated(task);
    await requireSignedBefore(manager, task);
    if (task.origin === 'side' || task.role === 'applicant')
      throw unprocessable('not-returnable', `“${task.name}”不是流程中的审批环节，不能驳回。`);
    const target = chosen(await targetsOf(manager, task), to);
    await manager.query(
      `UPDATE sign_off SET state = 'withdrawn', settled_at = now()
        WHERE task_id = $1 AND state IN ('planned', 'open')`,
      [taskId],
    );
    const told = { opinion: reason, data: { to: target.element, undone: target.undone } };
    await note(manager, { ...{ task: taskId, actor, me, verb: 'return', told } });
    const { element, name, cancel, drop } = target;
    const back: Back = { verb: 'returned', taskKey: task.key, to: element, name };
    // The task waits for the case's answer, as at a completion; refused, it is open again.
    await manager.query(`UPDATE task SET state = 'completing' WHERE id = $1`, [taskId]);
    return insertCommand(manager, {
      ...{ id: key, caseNumber: task.case_number, taskId, kind: 'modify', actor },
      payload: { back, reason, cancel, drop, start: [element] },
    });
  });
  return dispatcher.dispatch(row);
}

function chosen(targets: ReturnTarget[], to: string): ReturnTarget {
  const wanted = {
    previous: (one: ReturnTarget) => one.doneAt !== null && one.role !== 'applicant',
    applicant: (one: ReturnTarget) => one.role === 'applicant',
  }[to];
  const found = targets.find(wanted ?? (({ element }) => element === to));
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
      allowed: targets.map(({ element }) => element),
    },
  );
}

const movedOn = (name: string) =>
  conflict('moved-on', `“${name}”之后已有人办理、系统已开始处理或已汇合，不能拿回。`);

interface Opened {
  id: string;
  key: string;
  untouched: boolean;
}

/**
 * Takes back a completed task while nobody has done anything behind it; the tasks it opened cannot be
 * claimed from that moment on.
 * @throws DomainError `not-yours-to-recall`, `act-stands`, `moved-on`
 */
export async function recall(
  manager: EntityManager,
  task: TaskRow,
  actor: Actor,
  { reason, key }: { reason: string; key: string },
): Promise<CommandRow> {
  const identities = await identitiesOf(manager, actor);
  const me = identities.find(({ personId }) => personId === task.assignee_person);
  if (!me) throw forbidden('not-yours-to-recall', `只有办理“${task.name}”的人可以拿回。`);
  const step = await completedAtStep(manager, task);
  const { model, state, legal, ...now } = await standingOf(manager, task.case_number);
  if (step.stands || isDecided(legal)) {
    throw conflict('act-stands', `“${task.name}”已作出受理或决定，文书已经生效，不能拿回。`);
  }
  if (task.ended || now.step !== step.number) throw movedOn(task.name);
  const opened = await lockOpened(manager, task, step.number);
  if (opened.some(({ untouched }) => !untouched)) throw movedOn(task.name);
  const keys = opened.map((one) => one.key);
  const taken = takenBack(model, state, task.element, keys);
  if (!taken) throw movedOn(task.name);
  await note(manager, {
    ...{ task: task.id, actor, me, verb: 'recall', told: { opinion: reason } },
  });
  const back: Back = {
    ...{ verb: 'recalled', taskKey: task.key, to: task.element, name: task.name },
  };
  // Nobody claims them while the case answers; refused, they are open again.
  const reopen = opened.map(({ id }) => id);
  await manager.query(`UPDATE task SET state = 'completing' WHERE id = ANY($1)`, [reopen]);
  const payload = { back, reason, ...taken, start: [task.element], reopen };
  const caseNumber = task.case_number;
  return insertCommand(manager, { id: key, caseNumber, kind: 'modify', actor, payload });
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

/** What the completion opened; nobody may claim one before the case has answered. */
async function lockOpened(manager: EntityManager, task: TaskRow, step: number): Promise<Opened[]> {
  return manager.query<Opened[]>(
    `SELECT id, key, state = 'open' AND (assignee_person IS NULL OR role = 'applicant')
            AND NOT EXISTS (SELECT 1 FROM task_draft d WHERE d.task_id = task.id) AS untouched
       FROM task WHERE case_number = $1 AND opened_step = $2 AND origin = 'diagram'
        AND state IN ('open', 'completing') ORDER BY id FOR UPDATE`,
    [task.case_number, step],
  );
}

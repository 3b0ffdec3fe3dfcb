/**
 * 驳回: the case goes back to an earlier step, or to who was asked before in a round that asks one
 * after another. A modification of the running case (decision 12, interventions are commands), worked
 * out from where it stands; what has been decided by law stands.
 */
import type { DataSource, EntityManager } from 'typeorm';
import {
  answeredBy,
  position,
  sendBacksFrom,
  type SendBack,
  type State,
} from '../../../bpmn/engine/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { isDecided } from '../../../workflows/law/index.js';
import type { Back, CaseState } from '../../../workflows/contracts/case.js';
import {
  insertCommand,
  repeated,
  type Actor,
  type CommandDispatcher,
  type CommandResult,
} from '../../cases/index.js';
import { conflict, unprocessable } from '../../platform/errors.js';
import { modelByHash } from '../../definitions/index.js';
import { identitiesOf, lockTask, type TaskRow } from '../task-access/index.js';
import { note } from './perform-verb.js';
import { requireAssignee, requireNotDelegated, requireNotHeld } from './refusals.js';
import { requireSignedBefore } from './sign-offs/holding.js';

export interface RunningCase {
  model: ProcessModel;
  state: State;
  legal: CaseState;
  step: number;
  acceptedAt: Date | null;
}

/** Where a task may be sent back to, and what that costs. */
export interface SendBackTarget extends SendBack {
  /** When it was last done; null = the applicant's own step, not reached yet. */
  doneAt: Date | null;
  /** Names of the work that goes with it. */
  undoneNames: string[];
  /** What was done outside since, and stays done. */
  stays: string[];
  /** In a round: the task by which the answer was given that is asked for again. */
  answeredBy?: string;
}

/** @throws DomainError `case-not-running` */
export async function runningCase(
  manager: EntityManager,
  caseNumber: string,
): Promise<RunningCase> {
  const [row] = await manager.query<(Omit<RunningCase, 'model'> & { hash: string })[]>(
    `SELECT model_hash AS hash, engine_state AS state, state AS legal, step,
            accepted_at AS "acceptedAt" FROM cases WHERE number = $1`,
    [caseNumber],
  );
  const model = row?.state && (await modelByHash(manager, row.hash));
  if (!row || !model) throw conflict('case-not-running', '办件尚未开始或已经办结。');
  return { ...row, model };
}

/** @throws DomainError `already-decided` */
export async function targetsOf(manager: EntityManager, task: TaskRow): Promise<SendBackTarget[]> {
  const { model, state, legal, acceptedAt } = await runningCase(manager, task.case_number);
  if (isDecided(legal)) {
    throw conflict(
      'already-decided',
      '已作出决定的办件不能驳回：行政决定非经法定程序不得撤回或变更。',
    );
  }
  const children = new Set(position(model, state).children.map(({ occurrence }) => occurrence));
  const done = await lastDone(manager, task.case_number);
  const targets: SendBackTarget[] = [];
  for (const one of sendBacksFrom(model, state, task.key)) {
    const [place] = one.again;
    const by = place && answeredBy(state, place);
    const last = by === undefined ? done.byElement.get(one.element) : done.byKey.get(by);
    const at = last?.at ?? null;
    // Acceptance is an act with a paper of its own: it is not done a second time.
    if (acceptedAt && (!at || at <= acceptedAt)) continue;
    if (!at && !(one.role === 'applicant' && one.act === 'correct')) continue;
    // A case of its own is not ended from here.
    if (one.cancel.some((key) => children.has(key))) continue;
    const stays = at ? await outsideSince(manager, task.case_number, at) : [];
    const name = place ? `${one.name}（第 ${place.index + 1} 位：${last?.who ?? ''}）` : one.name;
    const undoneNames = namesOf(model, one.undone);
    targets.push({ ...one, ...(by && { answeredBy: by }), name, doneAt: at, undoneNames, stays });
  }
  return targets.sort((a, b) => Number(b.doneAt ?? 0) - Number(a.doneAt ?? 0));
}

interface Done {
  element: string;
  key: string;
  at: Date;
  who: string | null;
}

/** What has been done, by element the last time, and by task. */
async function lastDone(manager: EntityManager, caseNumber: string) {
  const rows = await manager.query<Done[]>(
    `SELECT t.element, t.key, t.completed_at AS at, p.name AS who
       FROM task t LEFT JOIN person p ON p.id = t.assignee_person
      WHERE t.case_number = $1 AND t.state = 'completed' AND t.origin = 'diagram'
      ORDER BY t.completed_at`,
    [caseNumber],
  );
  return {
    byElement: new Map(rows.map((done) => [done.element, done])),
    byKey: new Map(rows.map((done) => [done.key, done])),
  };
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

export interface SendBackRequest {
  /** A target's `to`; `previous` = the step done last; `applicant` = the applicant's own. */
  to: string;
  reason: string;
}

/** @throws DomainError `already-decided`, `no-way-back`, `no-way-back-to-applicant`, `sign-off-open` … */
export async function sendBack(
  dataSource: DataSource,
  dispatcher: CommandDispatcher,
  taskId: string,
  actor: Actor,
  { to, reason, key }: SendBackRequest & { key: string },
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
    const told = { opinion: reason, data: { to: target.to, undone: target.undone } };
    await note(manager, { ...{ task: taskId, actor, me, verb: 'return', told } });
    const { element, name, cancel, drop, start, again } = target;
    const back: Back = {
      ...{ verb: 'returned', taskKey: task.key, to: element, name },
      ...(target.answeredBy && { answeredBy: target.answeredBy }),
    };
    // The task waits for the case's answer, as at a completion; refused, it is open again.
    await manager.query(`UPDATE task SET state = 'completing' WHERE id = $1`, [taskId]);
    return insertCommand(manager, {
      ...{ id: key, caseNumber: task.case_number, taskId, kind: 'modify', actor },
      payload: { back, reason, cancel, drop, start, again },
    });
  });
  return dispatcher.dispatch(row);
}

function chosen(targets: SendBackTarget[], to: string): SendBackTarget {
  const wanted = {
    previous: (one: SendBackTarget) => one.doneAt !== null && one.role !== 'applicant',
    applicant: (one: SendBackTarget) => one.role === 'applicant',
  }[to];
  const found = targets.find(wanted ?? ((one) => one.to === to));
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
      allowed: targets.map((one) => one.to),
    },
  );
}

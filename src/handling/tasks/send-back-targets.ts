/**
 * Where a case may be sent back to (驳回), worked out from where it stands; what has been decided by law
 * stands.
 */
import type { EntityManager } from 'typeorm';
import {
  answeredBy,
  position,
  sendBacksFrom,
  type SendBack,
  type State,
} from '../../../bpmn/engine/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { isDecided } from '../../../workflows/law/index.js';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { conflict } from '../../platform/errors.js';
import { modelByHash } from '../../definitions/index.js';
import type { TaskRow } from '../task-access/index.js';

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
  const [row] = await manager.query<
    (Omit<RunningCase, 'model' | 'state'> & { hash: string; state: RunningCase['state'] | null })[]
  >(
    `SELECT model_hash AS hash, engine_state AS state, state AS legal, step,
            accepted_at AS "acceptedAt" FROM cases WHERE number = $1`,
    [caseNumber],
  );
  const state = row?.state;
  const model = state && (await modelByHash(manager, row.hash));
  if (!model) throw conflict('case-not-running', '办件尚未开始或已经办结。');
  return { ...row, state, model };
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
        AND t.completed_at IS NOT NULL
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
    `SELECT DISTINCT coalesce(name, element, kind) AS name FROM timeline
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

/** The recorder writes the inspection down and names who came along; that one is asked to confirm it. */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { audit, type Actor } from '../../people/index.js';
import { conflict, forbidden, unprocessable } from '../../platform/errors.js';
import { keepTaskFiles } from '../answers/index.js';
import { cancelSideTasks, openSideTask } from '../../cases/index.js';
import { articleFor } from './two-inspectors.js';

export const COUNTERSIGN = 'inspection-countersign';

export interface Answer {
  outcome?: string;
  opinion?: string;
  form?: { [field: string]: Json };
}

/** A holder of 执法证 who may come along. */
export interface Companion {
  post: string;
  name: string;
  title: string;
  certificate: string;
}

const HOLDER = `post.enforcement_certificate IS NOT NULL AND post.valid_from <= current_date
  AND (post.valid_to IS NULL OR post.valid_to > current_date)`;

/**
 * Who may come along: of the task's department, of the one above it, or of its own branches; each
 * person once, never the caller.
 */
export function companionsFor(
  manager: EntityManager,
  taskId: string,
  personId: string,
): Promise<Companion[]> {
  return manager.query<Companion[]>(
    `SELECT DISTINCT ON (person.name, person.id) post.id AS post, person.name, post.title,
            post.enforcement_certificate AS certificate
       FROM task t
       JOIN organisation own ON own.id = t.department_id
       JOIN organisation o ON o.id = own.id OR o.id = own.parent_id OR o.parent_id = own.id
       JOIN post ON post.organisation_id = o.id
       JOIN person ON person.id = post.person_id
      WHERE t.id = $1 AND person.id <> $2 AND ${HOLDER}
      ORDER BY person.name, person.id, o.id <> own.id`,
    [taskId, personId],
  );
}

interface Holder {
  post: string;
  person: string;
  organisation: string;
  name: string;
  certificate: string;
}

async function holder(manager: EntityManager, post: string | null): Promise<Holder | undefined> {
  const [row] = await manager.query<Holder[]>(
    `SELECT post.id AS post, person_id AS person, organisation_id AS organisation, person.name,
            enforcement_certificate AS certificate
       FROM post JOIN person ON person.id = person_id WHERE post.id = $1 AND ${HOLDER}`,
    [post],
  );
  return row;
}

interface TaskRow {
  id: string;
  name: string;
  state: string;
  case_number: string;
  element: string;
  form: string | null;
  form_version: number | null;
  assignee_person: string | null;
  outcomes: { id: string; name: string }[];
}

/**
 * Asks the companion to confirm; an earlier record of the same task that waits is taken back.
 * @throws DomainError `task-not-claimed`, `certificate-missing`, `companion-not-eligible`, `no-inspection`,
 *   `outcome-missing`
 */
export async function proposeInspection(
  manager: EntityManager,
  taskId: string,
  actor: Actor,
  companionPost: string,
  answer: Answer,
): Promise<string> {
  const [task] = await manager.query<TaskRow[]>(
    `SELECT id, name, state, case_number, element, form, form_version, assignee_person, outcomes
       FROM task WHERE id = $1 FOR UPDATE`,
    [taskId],
  );
  const article = await articleFor(manager, taskId);
  if (!task || article === null) {
    throw conflict('no-inspection', '这项任务不需要两人核查，请直接办理。');
  }
  requireMine(task, actor);
  const outcome = requireOutcome(task, answer);
  const recorder = await requireRecorder(manager, actor, article);
  const companion = await requireCompanion(manager, { taskId, actor, companionPost, article });
  await withdrawWaiting(manager, taskId);
  await keepTaskFiles(manager, task, answer.form);
  const [row] = await manager.query<{ id: string }[]>(
    `INSERT INTO inspection (task_id, case_number, recorder_person, recorder_post,
       recorder_certificate, companion_person, companion_post, companion_certificate, answer, article,
       state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting') RETURNING id`,
    [
      ...[taskId, task.case_number, actor.personId, recorder.post, recorder.certificate],
      ...[companion.person, companionPost, companion.certificate, JSON.stringify(answer), article],
    ],
  );
  await openSideTask(manager, {
    caseNumber: task.case_number,
    purpose: COUNTERSIGN,
    name: `确认核查笔录：${task.name}`,
    departmentId: companion.organisation,
    assignee: { personId: companion.person, postId: companionPost },
    outcomes: [
      { id: 'confirm', name: '属实，确认' },
      { id: 'refuse', name: '不属实，退回记录人' },
    ],
    inputs: {
      记录人: recorder.name,
      核查结论: outcome.name,
      核查日期: answer.form?.inspectedOn ?? '',
      核查情况: answer.form?.findings ?? '',
      整改要求: answer.form?.demands ?? '',
      意见: answer.opinion ?? '',
    },
    parentTask: taskId,
    data: { inspection: row!.id },
    key: `inspection-${row!.id}`,
  });
  await audit(manager, {
    ...{ person: actor.personId, post: actor.postId, act: 'inspection.propose' },
    ...{ target: `task:${taskId}`, outcome: 'done' as const },
    detail: { companion: companionPost, outcome: outcome.id },
  });
  return row!.id;
}

function requireMine(task: TaskRow, actor: Actor): void {
  if (task.state !== 'open') {
    throw conflict('task-not-open', `“${task.name}”已提交办理或已关闭；请刷新后查看。`);
  }
  if (task.assignee_person !== actor.personId) {
    throw conflict('task-not-claimed', `请先签收“${task.name}”，再记录核查。`);
  }
}

function requireOutcome({ outcomes }: TaskRow, { outcome }: Answer) {
  const chosen = outcomes.find(({ id }) => id === outcome);
  if (chosen) return chosen;
  const choices = outcomes.map(({ id, name }) => `${name}（${id}）`).join('、');
  throw unprocessable('outcome-missing', `请选择核查结论：${choices}。`, { field: 'outcome' });
}

async function requireRecorder(
  manager: EntityManager,
  { postId }: Actor,
  article: string,
): Promise<Holder> {
  const recorder = await holder(manager, postId);
  if (recorder) return recorder;
  throw forbidden(
    'certificate-missing',
    `您当前的岗位没有登记执法证，不能进行现场核查（${article}）。请由持证人员办理，或先登记执法证。`,
    { article },
  );
}

interface Wanted {
  taskId: string;
  actor: Actor;
  companionPost: string;
  article: string;
}

async function requireCompanion(
  manager: EntityManager,
  { taskId, actor, companionPost, article }: Wanted,
): Promise<Holder> {
  const eligible = await companionsFor(manager, taskId, actor.personId);
  const companion = await holder(manager, companionPost);
  // Somebody may be found under one of several posts: the person counts.
  if (companion && companion.person !== actor.personId) {
    const known = await Promise.all(eligible.map(({ post }) => holder(manager, post)));
    if (known.some((each) => each?.person === companion.person)) return companion;
  }
  throw unprocessable(
    'companion-not-eligible',
    `同行核查人应为本部门（或其上级、派出机构）另一名持执法证的工作人员（${article}），请重新选择。`,
    { field: 'companion', article },
  );
}

async function withdrawWaiting(manager: EntityManager, taskId: string): Promise<void> {
  const [rows] = await manager.query<[{ id: string; case_number: string }[], number]>(
    `UPDATE inspection SET state = 'withdrawn', decided_at = now()
      WHERE task_id = $1 AND state = 'waiting' RETURNING id, case_number`,
    [taskId],
  );
  await cancelSideTasks(
    manager,
    rows.map(({ id, case_number: number }) => `${number}.side-inspection-${id}`),
  );
}

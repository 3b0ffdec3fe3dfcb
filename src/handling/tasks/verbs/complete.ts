/**
 * 办理: a task the actor has claimed (or that is the applicant's own) is done. A completion is a row
 * first, then an Update (decision 1, commands as rows).
 */
import { legalActOf } from '../../../../workflows/law/index.js';
import {
  caseAnswer,
  CompletionDto,
  insertCommand,
  insertDone,
  requireAnchoredPoints,
  requirePointsAnswered,
} from '../../../cases/index.js';
import { audit } from '../../../people/index.js';
import { unprocessable } from '../../../platform/errors.js';
import { keepTaskFiles, requireTaskAnswers } from '../../answers/index.js';
import { requireEachDelivered } from '../../delivery/index.js';
import { requireEntryRules } from '../../entries/index.js';
import { requireFittingAcceptance } from '../../handling-options/index.js';
import { requireTwoInspectors } from '../../inspections/index.js';
import {
  requireAskedOnce,
  requireInTime,
  requireOtherHands,
  requireReasons,
} from '../../law/index.js';
import type { Completion } from '../../task-access/index.js';
import { completeSideTask } from '../complete-side-task.js';
import { requireAssignee } from '../refusals.js';
import { holdForSignOffs } from '../sign-offs/holding.js';
import { notDelegated, notHeld, signedBefore } from './gates.js';
import { note } from './note.js';
import { verbForCase, type ForCase } from './perform.js';
import type { Doing, Gate, Who } from './verb.js';

const inTime: Who<Completion> = async ({ manager, task, identities }) => {
  await requireInTime(manager, task);
  return requireAssignee(manager, task, identities);
};

/** @throws DomainError `outcome-missing`, `unknown-outcome` */
const outcomeOfDiagram: Gate<Completion> = ({ task, asked: { outcome } }) => {
  if (task.outcomes.length === 0) return;
  const choices = task.outcomes.map(({ id, name }) => `${name}（${id}）`).join('、');
  if (!outcome) {
    throw unprocessable('outcome-missing', `请选择办理结果：${choices}。`, { field: 'outcome' });
  }
  if (!task.outcomes.some(({ id }) => id === outcome)) {
    throw unprocessable(
      'unknown-outcome',
      `办理结果“${outcome}”不在流程图规定的选项内；可选：${choices}。`,
      { field: 'outcome', allowed: task.outcomes.map(({ id }) => id) },
    );
  }
};

/** The law's own, and what the item's way of handling asks for. */
const LAW: readonly Gate<Completion>[] = [
  ({ manager, task, asked }) => requireAnchoredPoints(manager, task, asked),
  async ({ manager, task, asked: { opinion } }) => {
    if (task.act === 'correct' || task.act === 'resubmit')
      await requirePointsAnswered(manager, task.id, { opinion });
  },
  ({ manager, task }) => requireTwoInspectors(manager, task),
  ({ manager, task, asked: { outcome } }) =>
    requireFittingAcceptance(manager, { ...task, caseNumber: task.case_number, outcome }),
  async ({ manager, task, asked: { outcome, form } }) => {
    if (task.origin === 'diagram' && legalActOf(task.act ?? undefined, outcome) === 'deliver')
      await requireEachDelivered(manager, task.case_number, form);
  },
  async ({ manager, task, asked }) => {
    if (task.origin === 'diagram') await requireReasons(manager, task, asked);
  },
  async ({ manager, task, asked }) => {
    if (task.origin === 'diagram') await requireEntryRules(manager, task, asked);
  },
  async ({ manager, task, actor, me }) => {
    if (task.origin === 'diagram')
      await requireOtherHands(manager, task, [actor.personId, me.personId]);
  },
];

/**
 * With sign-offs planned after it, it is held until they agree.
 * @throws DomainError task-not-claimed, task-not-open, unknown-outcome, outcome-missing,
 *   sign-off-open, task-delegated, own-case …
 */
export const complete = verbForCase<Completion>(
  {
    name: 'complete',
    operation: {
      ...{ id: 'completeTask', method: 'post', path: 'completion' },
      summary: '办理：结论、意见、表单',
    },
    request: CompletionDto,
    forApplicants: true,
    before: (manager, task, asked, { personId }) =>
      requireTaskAnswers(manager, task, asked.form ?? {}, personId),
    who: inTime,
    gates: [
      ...[notHeld, notDelegated],
      ({ manager, task, asked: { outcome } }) => requireAskedOnce(manager, task, outcome),
      ...[outcomeOfDiagram, ...LAW, signedBefore],
    ],
    run: done,
  },
  'complete',
);

async function done(doing: Doing<Completion>): Promise<ForCase> {
  const { manager, task, actor, me, asked: completion, key } = doing;
  const taskId = task.id;
  await Promise.all([
    auditCompletion(doing),
    keepTaskFiles(manager, task, completion.form),
    manager.query<unknown>(`DELETE FROM task_draft WHERE task_id = $1`, [taskId]),
  ]);
  if (await holdForSignOffs(manager, task, { actor, completion })) {
    await note(manager, { task: taskId, actor, me, verb: 'hold', told: {} });
    const command = { id: key, caseNumber: task.case_number, taskId, actor };
    const answer = await caseAnswer(manager, task.case_number);
    return { row: await insertDone(manager, { ...command, payload: { held: true } }, answer) };
  }
  if (task.origin === 'side')
    return completeSideTask(manager, task, { actor, me, completion, key });
  const { outcome, opinion, form } = completion;
  const [row] = await Promise.all([
    insertCommand(manager, {
      ...{ id: key, caseNumber: task.case_number, taskId, kind: 'complete', actor },
      payload: { taskKey: task.key, outcome, opinion, form },
    }),
    manager.query<unknown>(`UPDATE task SET state = 'completing' WHERE id = $1`, [taskId]),
  ]);
  return { row };
}

async function auditCompletion({
  manager,
  task,
  actor,
  me,
  asked: { outcome },
  key,
}: Doing<Completion>): Promise<void> {
  const { personId: person, postId: post } = actor;
  await audit(manager, {
    ...{ person, post, act: 'task.complete', target: `task:${task.id}`, outcome: 'done' },
    detail: {
      ...{ command: key, outcome },
      ...(task.purpose && { purpose: task.purpose }),
      ...(me.personId !== person && { inNameOf: me.personId }),
    },
  });
}

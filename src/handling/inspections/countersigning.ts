/** The second inspector confirms what the first wrote, and by that the task is done; or sends it back. */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { audit } from '../../people/index.js';
import { draftDocuments } from '../../papers/index.js';
import { conflict, forbidden, unprocessable } from '../../platform/errors.js';
import type { DoneSideTask, HeldCommand, Purpose } from '../../cases/index.js';
import { COUNTERSIGN, type Answer } from './proposing.js';

interface Row {
  id: string;
  task_id: string;
  case_number: string;
  recorder_person: string;
  recorder_post: string;
  recorder_certificate: string;
  companion_person: string;
  companion_post: string;
  companion_certificate: string;
  answer: Answer;
  article: string;
  state: string;
  task_key: string;
  task_state: string;
  department: string;
  outcome_name: string;
  recorder: string;
  companion: string;
}

/** 确认核查笔录. */
export const countersigning: Purpose = {
  name: COUNTERSIGN,
  async completed(manager, task) {
    const row = await lock(manager, String(task.data.inspection));
    if (row.companion_person !== task.actor.personId) {
      throw forbidden('not-the-companion', '核查笔录只能由笔录中写明的同行核查人本人确认。');
    }
    if (row.state !== 'waiting' || row.task_state !== 'open') {
      throw conflict('inspection-moved-on', '这份核查笔录已撤回或已处理；请刷新后查看。');
    }
    return task.outcome === 'confirm' ? confirm(manager, row, task) : refuse(manager, row, task);
  },
};

async function lock(manager: EntityManager, id: string): Promise<Row> {
  const [row] = await manager.query<Row[]>(
    `SELECT n.id, n.task_id, n.case_number, n.recorder_person, n.recorder_post,
            n.recorder_certificate, n.companion_person, n.companion_post, n.companion_certificate,
            n.answer, n.article, n.state, t.key AS task_key, t.state AS task_state, coalesce(t.department_id, c.lead_department) AS department,
            coalesce((SELECT o ->> 'name' FROM jsonb_array_elements(t.outcomes) o
                       WHERE o ->> 'id' = n.answer ->> 'outcome'), '') AS outcome_name,
            recorder.name AS recorder, companion.name AS companion
       FROM inspection n JOIN task t ON t.id = n.task_id
       JOIN cases c ON c.number = n.case_number
       JOIN person recorder ON recorder.id = n.recorder_person
       JOIN person companion ON companion.id = n.companion_person
      WHERE n.id = $1 FOR UPDATE OF n, t`,
    [id],
  );
  if (!row) throw conflict('inspection-moved-on', '这份核查笔录已撤回；请刷新后查看。');
  return row;
}

async function confirm(
  manager: EntityManager,
  row: Row,
  task: DoneSideTask,
): Promise<{ release: HeldCommand }> {
  const inspectors = [
    { part: '记录人', name: row.recorder, certificate: row.recorder_certificate },
    { part: '同行核查人', name: row.companion, certificate: row.companion_certificate },
  ];
  await decide(manager, row, 'confirmed', task);
  await manager.query(`UPDATE task SET state = 'completing' WHERE id = $1`, [row.task_id]);
  await draftRecord(manager, row, inspectors);
  const { outcome, opinion, form } = row.answer;
  return {
    release: {
      kind: 'complete',
      taskId: row.task_id,
      payload: {
        taskKey: row.task_key,
        outcome,
        opinion,
        form: { ...form, inspectors: inspectors as unknown as Json },
      },
      actor: { personId: row.recorder_person, postId: row.recorder_post },
    },
  };
}

async function draftRecord(
  manager: EntityManager,
  row: Row,
  inspectors: { [field: string]: Json }[],
): Promise<void> {
  const { form = {} } = row.answer;
  await draftDocuments(manager, [
    {
      caseNumber: row.case_number,
      step: 0,
      cause: `inspection:${row.id}`,
      at: new Date(),
      act: 'inspection-confirmed',
      fromState: '',
      toState: '',
      personId: row.recorder_person,
      postId: row.recorder_post,
      departmentId: row.department,
      reason: row.answer.opinion ?? null,
      article: row.article,
      data: { ...form, inspectors, conclusion: row.outcome_name },
    },
  ]);
}

async function refuse(manager: EntityManager, row: Row, task: DoneSideTask): Promise<void> {
  if (!task.opinion?.trim()) {
    throw unprocessable('refusal-reason-missing', '退回核查笔录须写明哪里不属实。', {
      field: 'opinion',
    });
  }
  await decide(manager, row, 'refused', task);
}

async function decide(
  manager: EntityManager,
  row: Row,
  state: 'confirmed' | 'refused',
  { opinion, actor }: DoneSideTask,
): Promise<void> {
  await manager.query(
    `UPDATE inspection SET state = $2, reason = $3, decided_at = now() WHERE id = $1`,
    [row.id, state, opinion ?? null],
  );
  await audit(manager, {
    person: actor.personId,
    post: actor.postId ?? null,
    act: state === 'confirmed' ? 'inspection.confirm' : 'inspection.refuse',
    target: `task:${row.task_id}`,
    outcome: 'done',
    detail: { inspection: row.id },
  });
}

/** 补正, 容缺补齐, and what 预审 sent back: the applicant's task, and what they hand in for it. */
import { peopleOf } from '../../people/index.js';
import type { EntityManager } from 'typeorm';
import type { Json, Variables } from '../../../bpmn/engine/index.js';
import type { Outcome } from '../../../bpmn/model/process.js';
import { conflict, unprocessable } from '../../platform/errors.js';
import { personDigest, sealedForm, sealedText } from '../../platform/sealing/index.js';
import { travelling, type HandedIn } from '../opening/index.js';
import type { Actor } from './command-row.js';

/** What the applicant corrects: form fields, materials, a word to the department. */
export interface Correction {
  form?: Record<string, Json>;
  materials?: HandedIn[];
  opinion?: string;
}

export interface CorrectionTask {
  id: string;
  key: string;
  caseNumber: string;
  /** correct (补正), resubmit (预审退回后重新提交) or fill-gaps (容缺补齐). */
  act: string;
  /** A correction has one way to be done; the first is it. */
  outcomes: Outcome[];
  /** The case whose form and materials it corrects: the parent's are shared by reference. */
  sharedBy: string;
}

const COLUMNS = `task.id, task.key, task.case_number AS "caseNumber", task.act, task.outcomes,
  coalesce(parent_number, number) AS "sharedBy"`;
const OPEN = `cases.number = task.case_number AND task.case_number = $1
  AND $2 = ANY (${peopleOf('cases')}) AND role = 'applicant'
  AND act IN ('correct', 'resubmit', 'fill-gaps') AND task.state = 'open'`;

/** The applicant's open task. @throws DomainError `no-correction-asked` */
export async function correctionTask(
  manager: EntityManager,
  caseNumber: string,
  actor: Actor,
): Promise<CorrectionTask> {
  const [task] = await manager.query<CorrectionTask[]>(
    `SELECT ${COLUMNS} FROM task, cases WHERE ${OPEN}`,
    [caseNumber, actor.personId],
  );
  return task ?? noneAsked();
}

/** The applicant's open task, taken for as long as the case answers. @throws DomainError `no-correction-asked` */
export async function takeCorrectionTask(
  manager: EntityManager,
  caseNumber: string,
  actor: Actor,
): Promise<CorrectionTask> {
  const [rows] = await manager.query<[CorrectionTask[], number]>(
    `UPDATE task SET state = 'completing' FROM cases WHERE ${OPEN} RETURNING ${COLUMNS}`,
    [caseNumber, actor.personId],
  );
  return rows[0] ?? noneAsked();
}

function noneAsked(): never {
  throw conflict('no-correction-asked', '该办件目前没有需要您补正的内容；请在办件页查看进度。');
}

/** 容缺补齐 is done once and completely. @throws DomainError `gaps-not-filled` naming the materials */
export async function requireAllFilled(manager: EntityManager, caseNumber: string): Promise<void> {
  const rows = await manager.query<{ code: string; name: string }[]>(
    `SELECT m.code, coalesce((SELECT d ->> 'name' FROM jsonb_array_elements(i.data -> 'materials') d
                               WHERE d ->> 'code' = m.code), m.code) AS name
       FROM signed_promise s JOIN cases c ON c.number = s.case_number
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version,
            jsonb_array_elements_text(s.letter -> 'materials') AS m (code)
      WHERE s.case_number = $1 AND s.kind = 'gaps'
        AND NOT EXISTS (SELECT 1 FROM case_material h
                         WHERE h.case_number = s.case_number AND h.material_code = m.code)`,
    [caseNumber],
  );
  if (rows.length === 0) return;
  const errors = rows.map(({ code, name }) => ({
    field: `/materials/${code}`,
    message: `还缺“${name}”，请上传`,
  }));
  const names = rows.map(({ name }) => name).join('、');
  throw unprocessable('gaps-not-filled', `容缺的材料要一次补齐，还缺：${names}。`, { errors });
}

/** Into the case's form and materials, and its parts'. */
export async function applyCorrection(
  manager: EntityManager,
  caseNumber: string,
  { form, materials }: Correction,
): Promise<void> {
  if (form && Object.keys(form).length > 0) {
    await manager.query(
      `UPDATE cases SET form = form || $2, person_digest = coalesce($3, person_digest)
        WHERE number = $1 OR parent_number = $1`,
      [caseNumber, JSON.stringify(sealedForm(manager, form)), personDigest(manager, form.idNumber)],
    );
  }
  for (const { code, fileId, source, licenceId } of materials ?? []) {
    await manager.query(
      `INSERT INTO case_material (case_number, material_code, file_id, source, license_id, note)
       VALUES ($1, $2, $3, $4, $5, '补正')`,
      [caseNumber, code, fileId ?? null, source, licenceId ? sealedText(manager, licenceId) : null],
    );
  }
}

/**
 * The variables that a correction changes: the form that travels with the process, as it stands after it.
 * @returns undefined where nothing of that was corrected
 */
export async function correctedVariables(
  manager: EntityManager,
  caseNumber: string,
  { form: corrected = {} }: Correction,
): Promise<Variables | undefined> {
  const [row] = await manager.query<
    { form: Record<string, Json>; item: { processVariables?: string[] } }[]
  >(
    `SELECT c.form, i.data AS item
       FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1`,
    [caseNumber],
  );
  const touched = row && Object.keys(travelling(row.item, corrected)).length > 0;
  return touched ? { form: travelling(row.item, row.form) } : undefined;
}

/** What the workflow learns of a correction besides: which fields and materials, not their content. */
export function correctionSummary({ form, materials }: Correction) {
  return {
    fields: Object.keys(form ?? {}),
    materials: (materials ?? []).map(({ code }) => code),
  };
}

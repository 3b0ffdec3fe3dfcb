/** What the applicant has to do now, with the words of the one who asked for it. */
import type { EntityManager } from 'typeorm';
import type { Outcome } from '../../../bpmn/model/process.js';
import { formVersion } from '../../catalogue/index.js';
import type { ApplicantTaskDto } from './applicant-task.dto.js';
import { materialName } from './case-materials.js';
import { type Titled, titlesOfCase } from './corrections-made.js';

interface TaskRow {
  id: string;
  caseNumber: string;
  element: string;
  act: string | null;
  name: string;
  form: string | null;
  formVersion: number | null;
  outcomes: Outcome[];
  dueAt: Date | null;
  opinion: string | null;
  materials: { code: string; problem?: string }[] | null;
  fields: { field: string; problem: string }[] | null;
  lastElement: string | null;
  /** What a 容缺 promise lists, while that is what is asked for. */
  missing: string[] | null;
}

interface Asked extends Titled {
  number: string;
}

/** The oldest open task of the applicant's in the case or its children; null when there is none. */
export async function readApplicantTask(
  manager: EntityManager,
  asked: Asked,
): Promise<ApplicantTaskDto | null> {
  const [task] = await manager.query<TaskRow[]>(
    `SELECT t.id, t.case_number AS "caseNumber", t.element, t.act, t.name, t.form,
            t.form_version AS "formVersion", t.outcomes,
            t.due_at AS "dueAt", last.opinion, last.answer #> '{form,materials}' AS materials,
            last.answer #> '{form,fields}' AS fields,
            last.element AS "lastElement", missing.codes AS missing
     FROM task t
     LEFT JOIN LATERAL (
       SELECT s.letter -> 'materials' AS codes FROM signed_promise s
       WHERE s.case_number = t.case_number AND s.kind = 'gaps') missing ON t.act = 'fill-gaps'
     LEFT JOIN LATERAL (
       SELECT a.opinion, a.answer, a.element FROM task a
       WHERE a.case_number = t.case_number AND a.state = 'completed' AND a.completed_at <= t.opened_at
         AND a.origin = 'diagram'
       ORDER BY a.completed_at DESC LIMIT 1) last ON true
     WHERE t.case_number IN (SELECT number FROM cases WHERE number = $1 OR parent_number = $1)
       AND t.role = 'applicant' AND t.state = 'open'
     ORDER BY t.opened_at LIMIT 1`,
    [asked.number],
  );
  if (!task) return null;
  if (task.missing) Object.assign(task, gapsAsked(task));
  const form = task.form ? await formVersion(manager, task.form, task.formVersion) : null;
  const titles = await titlesOfCase(manager, asked);
  const { missing: _missing, lastElement: _last, formVersion: _version, ...shown } = task;
  return {
    ...shown,
    outcomes: task.outcomes.map(({ id, name }) => ({ id, name })),
    dueAt: task.dueAt?.toISOString() ?? null,
    formSchema: form?.schema ?? null,
    uiSchema: form?.uiSchema ?? null,
    materials: (task.materials ?? []).map(({ code, problem }) => ({
      code,
      name: materialName(asked, code),
      note: problem ?? null,
    })),
    fields: (task.fields ?? []).map(({ field, problem }) => ({
      field,
      title: titles[field] ?? field,
      note: problem,
    })),
  };
}

/** 容缺补齐 asks for what the promise lists; a second time, for what the check found wanting. */
function gapsAsked({ missing, materials, opinion, lastElement }: TaskRow) {
  const again = lastElement === 'checkGaps' && materials && materials.length > 0;
  return {
    materials: again ? materials : (missing ?? []).map((code) => ({ code })),
    opinion: lastElement === 'checkGaps' ? opinion : null,
    fields: [],
  };
}

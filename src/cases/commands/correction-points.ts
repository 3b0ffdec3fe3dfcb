/**
 * Points of a notice of correction (行政许可法 32) or of what 预审 sends back: each stands on a material or
 * a field of the form, so that the applicant sees the very places, and answers every one of them.
 */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { fieldsOf } from '../../../bpmn/forms/index.js';
import { legalActOf } from '../../../workflows/law/index.js';
import { formVersion, type ItemDefinition } from '../../catalogue/index.js';
import { unprocessable } from '../../platform/errors.js';

export interface Points {
  materials: { code: string; problem?: string }[];
  fields: { field: string; problem: string }[];
}

interface Asking {
  id: string;
  case_number: string;
  act: string | null;
}

interface Places {
  /** Form of the asking task; null = it asks for nothing by a form. */
  taskForm: string | null;
  data: ItemDefinition;
  /** Of the application's form. */
  formVersion: number | null;
  parentData: ItemDefinition | null;
  parentFormVersion: number | null;
}

const PLACES = `SELECT t.form AS "taskForm", i.data, c.form_version AS "formVersion",
         p.data AS "parentData", pc.form_version AS "parentFormVersion"
  FROM task t JOIN cases c ON c.number = t.case_number
  JOIN item i ON i.code = c.item_code AND i.version = c.item_version
  LEFT JOIN cases pc ON pc.number = c.parent_number
  LEFT JOIN item p ON p.code = pc.item_code AND p.version = pc.item_version
 WHERE t.id = $1`;

/** Acts that ask the applicant for corrections. */
const ASKS: ReadonlySet<string> = new Set(['correct', 'pre-return']);

/**
 * A notice says what to correct and where: at least one point, each on a material or a field there is.
 * @throws DomainError 422 `corrections-not-anchored` naming every point that stands on nothing
 */
export async function requireAnchoredPoints(
  manager: EntityManager,
  task: Asking,
  { outcome, form }: { outcome?: string; form?: Json },
): Promise<void> {
  if (!ASKS.has(legalActOf(task.act ?? undefined, outcome) ?? '')) return;
  const [places] = await manager.query<Places[]>(PLACES, [task.id]);
  if (!places?.taskForm) return;
  const { materials, fields } = pointsIn(form);
  const codes = new Set(
    [places.data, places.parentData].flatMap((item) => item?.materials ?? []).map((m) => m.code),
  );
  const names = await fieldNames(manager, places);
  const errors = [
    ...materials.flatMap(({ code }, index) =>
      codes.has(code)
        ? []
        : [{ field: `/form/materials/${index}/code`, message: `事项没有编号为“${code}”的材料` }],
    ),
    ...fields.flatMap(({ field }, index) =>
      names.has(field)
        ? []
        : [{ field: `/form/fields/${index}/field`, message: `申请表没有名为“${field}”的项` }],
    ),
  ];
  if (materials.length + fields.length === 0)
    errors.push({ field: '/form/materials', message: '请至少列出一项材料或者表单项' });
  if (errors.length === 0) return;
  throw unprocessable(
    'corrections-not-anchored',
    `需要补正的内容要逐项落到材料或者表单项上，并一次告知（行政许可法第三十二条）：${errors
      .map(({ message }) => message)
      .join('；')}。`,
    { errors },
  );
}

async function fieldNames(manager: EntityManager, places: Places): Promise<Set<string>> {
  const { data, parentData, parentFormVersion } = places;
  const names = async (item: ItemDefinition | null, version: number | null) =>
    item?.form
      ? Object.keys(fieldsOf((await formVersion(manager, item.form, version)).schema))
      : [];
  return new Set([
    ...(await names(data, places.formVersion)),
    ...(await names(parentData, parentFormVersion)),
  ]);
}

function pointsIn(form: Json | undefined): Points {
  const { materials, fields } = (form ?? {}) as Partial<Points>;
  return { materials: materials ?? [], fields: fields ?? [] };
}

/** What the applicant answers a notice with. */
interface Answer {
  form?: Record<string, Json>;
  materials?: { code: string }[];
  opinion?: string;
}

interface Notice extends Places {
  points: Json;
}

async function noticeBefore(manager: EntityManager, taskId: string): Promise<Notice | undefined> {
  const [row] = await manager.query<Notice[]>(
    `SELECT q.*, last.points FROM (${PLACES}) q, LATERAL (
       SELECT a.answer -> 'form' AS points FROM task t JOIN task a ON a.case_number = t.case_number
        WHERE t.id = $1 AND a.state = 'completed' AND a.origin = 'diagram'
          AND a.completed_at <= t.opened_at
        ORDER BY a.completed_at DESC LIMIT 1) last`,
    [taskId],
  );
  return row;
}

/** What the notice before the applicant's task asks for; null = it stands on no places. */
export async function pointsAsked(manager: EntityManager, taskId: string): Promise<Points | null> {
  const notice = await noticeBefore(manager, taskId);
  return notice ? pointsIn(notice.points) : null;
}

/**
 * Every point of the notice is answered at once: materials handed in again; fields changed, or a word
 * why they stay as they are.
 * @throws DomainError 422 `corrections-missing` naming the points that are left
 */
export async function requirePointsAnswered(
  manager: EntityManager,
  taskId: string,
  { form = {}, materials = [], opinion }: Answer,
): Promise<void> {
  const row = await noticeBefore(manager, taskId);
  if (!row || !row.taskForm) return;
  const asked = pointsIn(row.points);
  const handedIn = new Set(materials.map(({ code }) => code));
  const nameOf = (code: string) =>
    [row.data, row.parentData]
      .flatMap((item) => item?.materials ?? [])
      .find((material) => material.code === code)?.name ?? code;
  const explained = Boolean(opinion?.trim());
  const errors = [
    ...asked.materials
      .filter(({ code }) => !handedIn.has(code))
      .map(({ code }) => ({
        field: `/materials/${code}`,
        message: `还没有重新提交“${nameOf(code)}”`,
      })),
    ...asked.fields
      .filter(({ field }) => !explained && !Object.hasOwn(form, field))
      .map(({ field, problem }) => ({
        field: `/form/${field}`,
        message: `还没有改正“${problem}”；认为无须改正的，请在说明中写明`,
      })),
  ];
  if (errors.length === 0) return;
  throw unprocessable(
    'corrections-missing',
    `补正要一次补齐：${errors.map(({ message }) => message).join('；')}。`,
    { errors },
  );
}

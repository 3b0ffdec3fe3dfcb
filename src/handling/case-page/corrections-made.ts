/** The corrections of a case and its parts: what was asked, what it was before and what it became. */
import type { EntityManager } from 'typeorm';
import { titlesOf } from '../../../bpmn/forms/index.js';
import { formVersion, type ItemDefinition } from '../../catalogue/index.js';
import { materialName } from './case-materials.js';
import type { CorrectionMadeDto } from './corrections-made.dto.js';

/** The item, and the matter's of which it is a part, with the versions of their forms. */
export interface Titled {
  data: ItemDefinition;
  formVersion: number | null;
  parentData: ItemDefinition | null;
  parentFormVersion: number | null;
}

interface Row {
  at: Date;
  act: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  materials: string[];
  asked: {
    materials?: { code: string; problem?: string }[];
    fields?: { field: string; problem: string }[];
  } | null;
}

/** Titles of the application's fields, and of the matter's that it is a part of. */
export async function titlesOfCase(
  manager: EntityManager,
  asked: Titled,
): Promise<Record<string, string>> {
  const { data, parentData, parentFormVersion } = asked;
  const titles = async (item: ItemDefinition | null, version: number | null) =>
    item?.form ? titlesOf((await formVersion(manager, item.form, version)).schema) : {};
  return {
    ...(await titles(parentData, parentFormVersion)),
    ...(await titles(data, asked.formVersion)),
  };
}

/** The latest first. */
export async function correctionsMade(
  manager: EntityManager,
  one: Titled & { number: string },
): Promise<CorrectionMadeDto[]> {
  const rows = await manager.query<Row[]>(
    `SELECT k.made_at AS at, t.act, k.before, k.after, k.materials, notice.asked
       FROM task t JOIN correction k ON k.task_id = t.id
       LEFT JOIN LATERAL (
         SELECT a.answer -> 'form' AS asked FROM task a
          WHERE a.case_number = t.case_number AND a.state = 'completed' AND a.origin = 'diagram'
            AND a.completed_at <= t.opened_at
          ORDER BY a.completed_at DESC LIMIT 1) notice ON true
      WHERE t.case_number IN (SELECT number FROM cases WHERE number = $1 OR parent_number = $1)
      ORDER BY k.made_at DESC`,
    [one.number],
  );
  if (rows.length === 0) return [];
  const titles = await titlesOfCase(manager, one);
  return rows.map(({ at, act, before, after, materials, asked }) => ({
    at: at.toISOString(),
    act,
    asked: [
      ...(asked?.materials ?? []).map(({ code, problem }) => ({
        name: materialName(one, code),
        problem: problem ?? null,
      })),
      ...(asked?.fields ?? []).map(({ field, problem }) => ({
        name: titles[field] ?? field,
        problem,
      })),
    ],
    changes: Object.entries(after).map(([field, value]) => ({
      field,
      title: titles[field] ?? field,
      before: before[field] ?? null,
      after: value,
    })),
    materials: materials.map((code) => materialName(one, code)),
  }));
}

/**
 * A correction changes what was asked for and nothing else: the fields and materials of the notice, what
 * those bring up in the form, and the materials a promise lists (容缺).
 */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import {
  type Form as ItemForm,
  formFaults,
  type ItemDefinition,
  neededMaterials,
} from '../../catalogue/index.js';
import { type CorrectionTask, pointsAsked } from '../../cases/index.js';
import { unprocessable } from '../../platform/errors.js';
import type { ProblemItem } from '../../platform/http/index.js';

type Form = Record<string, Json>;

/** What a notice names; null = it named no places: in its own words, it asks for anything. */
export interface Asked {
  fields: ReadonlySet<string>;
  materials: ReadonlySet<string>;
}

export async function askedFor(
  manager: EntityManager,
  task: CorrectionTask,
): Promise<Asked | null> {
  if (task.act === 'fill-gaps') {
    const rows = await manager.query<{ code: string | null }[]>(
      `SELECT jsonb_array_elements_text(letter -> 'materials') AS code
         FROM signed_promise WHERE case_number = $1 AND kind = 'gaps'`,
      [task.caseNumber],
    );
    return { fields: new Set(), materials: new Set(rows.flatMap(({ code }) => code ?? [])) };
  }
  const points = await pointsAsked(manager, task.id);
  if (!points || points.fields.length + points.materials.length === 0) return null;
  return {
    fields: new Set(points.fields.map(({ field }) => field)),
    materials: new Set(points.materials.map(({ code }) => code)),
  };
}

/** Of what came, the fields that differ from the form as it was. */
export function changedFields(before: Form, sent: Form): Form {
  const changed = Object.entries(sent).filter(([name, value]) => !same(before[name], value));
  return Object.fromEntries(changed);
}

const same = (one: Json | undefined, other: Json): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export interface Change {
  item: ItemDefinition;
  /** The form as the case opened with it. */
  asForm: ItemForm;
  /** The day by which the form is judged. */
  handedInAt: Date;
  before: Form;
  changed: Form;
  /** Codes of the materials that came with it. */
  materials: readonly string[];
}

/** @throws DomainError 422 `not-asked-for` naming what nobody asked to change */
export function requireOnlyAsked(
  asked: Asked | null,
  { item, asForm, handedInAt, before, changed, materials }: Change,
): void {
  if (!asked) return;
  const wanted = Object.entries(changed).filter(([name]) => asked.fields.has(name));
  const corrected = { ...before, ...(Object.fromEntries(wanted) as Form) };
  const broughtUp = faultsOf(asForm, corrected, handedInAt);
  const needed = newlyNeeded(item, before, { ...before, ...changed });
  const faults: ProblemItem[] = [
    ...Object.keys(changed)
      .filter((name) => !asked.fields.has(name) && !broughtUp.has(name))
      .map((name) => ({ field: `/form/${name}`, message: '通知没有要求改正这一项' })),
    ...materials
      .filter((code) => !asked.materials.has(code) && !needed.includes(code))
      .map((code) => ({ field: `/materials/${code}`, message: '通知没有要求补正这份材料' })),
  ];
  if (faults.length === 0) return;
  throw unprocessable(
    'not-asked-for',
    '补正只能改动通知要求的内容；其他内容需要变更的，请撤回后重新申请，或在说明中写明。',
    { errors: faults },
  );
}

/** Fields that the form misses, or asks for no more, now that others were corrected. */
function faultsOf(asForm: ItemForm, form: Form, at: Date): ReadonlySet<string> {
  const faults = formFaults(asForm, form, at.getTime());
  return new Set(faults.map(({ field }) => field.split('/')[1] ?? ''));
}

/** Codes of materials that only the corrected form makes necessary. */
export function newlyNeeded(item: ItemDefinition, before: Form, after: Form): string[] {
  const codes = (form: Form) =>
    neededMaterials(item, form)
      .filter(({ need }) => need === 'required')
      .map(({ code }) => code);
  const already = new Set(codes(before));
  return codes(after).filter((code) => !already.has(code));
}

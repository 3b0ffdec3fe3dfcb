/** What a correction changed, kept with what stood there before. */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { sealedForm } from '../../platform/sealing/index.js';
import type { Correction, CorrectionTask } from './correction.js';

type Form = Record<string, Json>;

/** Before the correction goes into the case. @param command its key */
export async function keepCorrection(
  manager: EntityManager,
  task: Pick<CorrectionTask, 'id' | 'sharedBy'>,
  { form = {}, materials = [] }: Correction,
  command: string,
): Promise<void> {
  const [row] = await manager.query<{ form: Form }[]>(`SELECT form FROM cases WHERE number = $1`, [
    task.sharedBy,
  ]);
  const before: Form = {};
  const after: Form = {};
  for (const [name, value] of Object.entries(form)) {
    const was = row?.form[name] ?? null;
    if (JSON.stringify(was) === JSON.stringify(value)) continue;
    before[name] = was;
    after[name] = value;
  }
  const codes = [...new Set(materials.map(({ code }) => code))];
  await manager.query(
    `INSERT INTO correction (id, task_id, before, after, materials) VALUES ($1, $2, $3, $4, $5)`,
    [
      ...[command, task.id],
      JSON.stringify(sealedForm(manager, before)),
      JSON.stringify(sealedForm(manager, after)),
      codes,
    ],
  );
}

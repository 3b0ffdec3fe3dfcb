/** Where a form is used: what is in force asks for it, and what began with it keeps it. */
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, audit } from '../../people/index.js';
import { conflict } from '../../platform/errors.js';
import { formNotFound } from './store.js';

export interface FormUsage {
  /** Items that are applied for with it, by a version in force or one to come. */
  items: { code: string; name: string }[];
  /** Processes in force whose tasks show it, with the version that they froze. */
  processes: { id: string; name: string; version: number; formVersion: number }[];
  /** Cases that have not ended and were applied for with it, by the version; null = the first. */
  cases: { formVersion: number | null; open: number }[];
  /** Tasks that wait with it, likewise. */
  tasks: { formVersion: number | null; open: number }[];
}

export async function usageOf(manager: EntityManager, id: string): Promise<FormUsage> {
  const items = await manager.query<FormUsage['items']>(
    `SELECT DISTINCT ON (code) code, name FROM item_in_use
      WHERE data ->> 'form' = $1 ORDER BY code, version DESC`,
    [id],
  );
  const processes = await manager.query<FormUsage['processes']>(
    `SELECT v.process_id AS id, v.name, v.version, f.form_version AS "formVersion"
       FROM process_form f JOIN process_version v ON v.hash = f.model_hash
      WHERE f.form_id = $1 AND v.state = 'published' ORDER BY v.process_id`,
    [id],
  );
  const cases = await manager.query<FormUsage['cases']>(
    `SELECT c.form_version AS "formVersion", count(*)::int AS open
       FROM item i JOIN cases c ON c.item_code = i.code AND c.item_version = i.version
      WHERE i.data ->> 'form' = $1 AND NOT c.ended GROUP BY 1 ORDER BY 1`,
    [id],
  );
  const tasks = await manager.query<FormUsage['tasks']>(
    `SELECT form_version AS "formVersion", count(*)::int AS open FROM task
      WHERE form = $1 AND state IN ('open', 'completing') GROUP BY 1 ORDER BY 1`,
    [id],
  );
  return { items, processes, cases, tasks };
}

/**
 * Takes a form out of use: no case, task or process takes it any more; its versions stay readable.
 * @throws DomainError `form-not-found`, `form-in-use` naming where, `form-of-the-platform`
 */
export function retireForm(dataSource: DataSource, id: string, actor: Actor): Promise<void> {
  return dataSource.transaction(async (manager) => {
    // Waits for who is freezing it into a process just now.
    const rows = await manager.query<{ version: number; state: string; by: string }[]>(
      `SELECT version, state, created_by AS by FROM form_version WHERE form_id = $1 FOR UPDATE`,
      [id],
    );
    const current = rows.find(({ state }) => state === 'published');
    if (!current) throw formNotFound(id);
    if (rows.some(({ by }) => by === 'system'))
      throw conflict(
        'form-of-the-platform',
        `表单 ${id} 随平台发布，平台自身的环节会用到，不能停用。不再需要的，请从事项和流程中换下。`,
      );
    refuseUsed(id, await usageOf(manager, id));
    await manager.query(
      `UPDATE form_version SET state = 'retired' WHERE form_id = $1 AND state = 'published'`,
      [id],
    );
    await audit(manager, {
      ...{ person: actor.personId, post: actor.postId, act: 'form.retire', outcome: 'done' },
      ...{ target: `form:${id}`, detail: { version: current.version } },
    });
  });
}

function refuseUsed(id: string, { items, processes, cases, tasks }: FormUsage): void {
  const open = (of: { open: number }[]) => of.reduce((sum, one) => sum + one.open, 0);
  const places = [
    ...items.map(({ name }) => `事项“${name}”`),
    ...processes.map(({ name }) => `流程“${name}”`),
    ...(open(cases) > 0 ? [`${open(cases)} 件未办结的办件`] : []),
    ...(open(tasks) > 0 ? [`${open(tasks)} 项待办任务`] : []),
  ];
  if (places.length === 0) return;
  throw conflict(
    'form-in-use',
    `表单 ${id} 还在使用，不能停用：${places.slice(0, 10).join('、')}。请先换下再停用。`,
    { items: items.map(({ code }) => code), processes: processes.map((one) => one.id) },
  );
}

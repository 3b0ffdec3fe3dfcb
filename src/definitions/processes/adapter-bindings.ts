/** The admin's table: which adapter does what imported diagrams leave to code of other engines. */
import type { DataSource, EntityManager } from 'typeorm';
import type { ADAPTERS } from '../../../bpmn/model/vocabulary.js';
import type { Bindings, WorkKind } from '../../../bpmn/compiler/index.js';
import { audit, type Actor } from '../../people/index.js';
import { conflict, notFound } from '../../platform/errors.js';

export interface BindingInput {
  kind: WorkKind;
  name: string;
  adapter: (typeof ADAPTERS)[number];
}

export interface AdapterBinding extends BindingInput {
  id: number;
  updatedBy: string;
  updatedAt: Date;
}

const COLUMNS = `b.id, b.kind, b.name, b.adapter, b.updated_at AS "updatedAt",
  coalesce((SELECT p.name FROM person p WHERE p.id = b.updated_by), b.updated_by) AS "updatedBy"`;

export function listBindings(manager: EntityManager): Promise<AdapterBinding[]> {
  return manager.query(`SELECT ${COLUMNS} FROM adapter_binding b ORDER BY b.kind, b.name`);
}

/** The table as the compiler asks it. */
export async function readBindings(manager: EntityManager): Promise<Bindings> {
  const rows = await manager.query<BindingInput[]>(
    `SELECT kind, name, adapter FROM adapter_binding`,
  );
  const byWork = new Map(rows.map(({ kind, name, adapter }) => [`${kind}:${name}`, adapter]));
  return ({ kind, name }) => byWork.get(`${kind}:${name}`);
}

/** @throws DomainError `binding-exists` when this work is in the table already */
export function addBinding(
  dataSource: DataSource,
  actor: Actor,
  { kind, name, adapter }: BindingInput,
): Promise<AdapterBinding> {
  return dataSource.transaction(async (manager) => {
    const [row] = await manager.query<{ id: number }[]>(
      `INSERT INTO adapter_binding (kind, name, adapter, updated_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (kind, name) DO NOTHING RETURNING id`,
      [kind, name, adapter, actor.personId],
    );
    if (!row) {
      throw conflict('binding-exists', `${kind}“${name}”已在对照表中。请直接修改那一行的适配器。`);
    }
    await audited(manager, actor, 'adapter-binding.add', row.id, { kind, adapter });
    return readBinding(manager, row.id);
  });
}

/** @throws DomainError `binding-not-found` */
export function changeBinding(
  dataSource: DataSource,
  actor: Actor,
  id: number,
  adapter: string,
): Promise<AdapterBinding> {
  return dataSource.transaction(async (manager) => {
    await manager.query(
      `UPDATE adapter_binding SET adapter = $2, updated_by = $3, updated_at = now() WHERE id = $1`,
      [id, adapter, actor.personId],
    );
    const changed = await readBinding(manager, id);
    await audited(manager, actor, 'adapter-binding.change', id, { adapter });
    return changed;
  });
}

/** Published processes keep the adapters they were published with. @throws DomainError `binding-not-found` */
export async function removeBinding(
  dataSource: DataSource,
  actor: Actor,
  id: number,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await readBinding(manager, id);
    await manager.query(`DELETE FROM adapter_binding WHERE id = $1`, [id]);
    await audited(manager, actor, 'adapter-binding.remove', id, {});
  });
}

async function readBinding(manager: EntityManager, id: number): Promise<AdapterBinding> {
  const [row] = await manager.query<AdapterBinding[]>(
    `SELECT ${COLUMNS} FROM adapter_binding b WHERE b.id = $1`,
    [id],
  );
  if (!row) {
    throw notFound('binding-not-found', `对照表中没有第 ${id} 行，可能已被删除。请刷新后重试。`);
  }
  return row;
}

function audited(
  manager: EntityManager,
  { personId, postId }: Actor,
  act: string,
  id: number,
  detail: Record<string, unknown>,
): Promise<void> {
  const target = `adapter-binding:${id}`;
  return audit(manager, { person: personId, post: postId, act, target, outcome: 'done', detail });
}

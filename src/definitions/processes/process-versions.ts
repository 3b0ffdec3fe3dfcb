/**
 * Versions of processes: one draft at most, one published at most, the older ones retired but
 * readable for ever, because running cases hold their hash.
 */
import type { EntityManager } from 'typeorm';
import {
  decidingTasks,
  freezeDecisions,
  hashModel,
  link,
  type Finding,
} from '../../../bpmn/compiler/index.js';
import type { DecisionModel } from '../../../bpmn/dmn/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import type { DefinitionComputing } from '../computing/index.js';
import { publishedDecision } from '../decisions/index.js';
import { notFound, unprocessable } from '../../platform/errors.js';
import { readBindings } from './adapter-bindings.js';
import { compileProcess, refuseErrors } from './check.js';
import { cityFindings } from './city-findings.js';
import { writeStarts } from './process-starts.js';

export type ProcessState = 'draft' | 'published' | 'retired';

export interface PublishedProcess {
  processId: string;
  version: number;
  hash: string;
  name: string;
  model: ProcessModel;
}

export interface NewVersion {
  processId: string;
  name: string;
  xml: string;
  /** Person, or `system` for the demonstration's loader. */
  by: string;
}

/**
 * The version new cases start with.
 * @throws DomainError `process-not-published`
 */
export async function publishedModel(
  manager: EntityManager,
  processId: string,
): Promise<PublishedProcess> {
  const [row] = await manager.query<(Omit<PublishedProcess, 'processId'> & object)[]>(
    `SELECT version, hash, name, model FROM process_version
     WHERE process_id = $1 AND state = 'published' AND hash IS NOT NULL AND model IS NOT NULL`,
    [processId],
  );
  if (!row) {
    throw notFound(
      'process-not-published',
      `流程 ${processId} 还没有发布。请流程管理员先在流程设计中发布。`,
    );
  }
  return { processId, ...row };
}

/** A model by its hash, whichever version it belongs to; null = never published here. */
export async function modelByHash(
  manager: EntityManager,
  hash: string,
): Promise<ProcessModel | null> {
  const [row] = await manager.query<{ model: ProcessModel | null }[]>(
    `SELECT model FROM process_version WHERE hash = $1 LIMIT 1`,
    [hash],
  );
  return row?.model ?? null;
}

/** The diagram a model was made from; null = never published here. */
export async function xmlByHash(manager: EntityManager, hash: string): Promise<string | null> {
  const [row] = await manager.query<{ xml: string }[]>(
    `SELECT xml FROM process_version WHERE hash = $1 ORDER BY version DESC LIMIT 1`,
    [hash],
  );
  return row?.xml ?? null;
}

/** Two people publishing one process wait for each other; the lock ends with the transaction. */
async function lock(manager: EntityManager, processId: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('process:' || $1))`, [processId]);
}

/**
 * Keeps a draft, in place of the earlier one.
 * @returns its version, and what is to be said of it: what was not carried over, element by element
 * @throws DomainError `process-has-findings`: what cannot run is not kept
 */
export async function saveDraft(
  manager: EntityManager,
  computing: DefinitionComputing,
  draft: NewVersion,
): Promise<{ version: number; findings: Finding[] }> {
  const bindings = await readBindings(manager);
  const checked = await compileProcess(computing, draft.xml, draft.processId, bindings);
  const findings = [...checked.findings, ...(await cityFindings(manager, checked.assigned))];
  return manager.transaction(async (transaction) => {
    await lock(transaction, draft.processId);
    const [row] = await transaction.query<{ version: number }[]>(
      `INSERT INTO process_version (process_id, version, state, name, xml, created_by)
       SELECT $1, coalesce(max(version), 0) + 1, 'draft', $2, $3, $4
         FROM process_version WHERE process_id = $1 AND state <> 'draft'
       ON CONFLICT (process_id, version) DO UPDATE
         SET name = excluded.name, xml = excluded.xml, created_by = excluded.created_by,
             updated_at = now()
       RETURNING version`,
      [draft.processId, draft.name, draft.xml, draft.by],
    );
    return { version: row!.version, findings };
  });
}

/** @throws DomainError `no-draft` */
export async function draftOf(manager: EntityManager, processId: string): Promise<NewVersion> {
  const [row] = await manager.query<{ name: string; xml: string; by: string }[]>(
    `SELECT name, xml, created_by AS by FROM process_version
     WHERE process_id = $1 AND state = 'draft'`,
    [processId],
  );
  if (!row) {
    throw notFound('no-draft', `流程 ${processId} 没有草稿可发布。请先保存草稿。`);
  }
  return { processId, ...row };
}

/** Freezes the called processes into the model, as they are published now. */
async function linked(manager: EntityManager, model: ProcessModel): Promise<ProcessModel> {
  const rows = await manager.query<{ model: ProcessModel }[]>(
    `SELECT model FROM process_version WHERE state = 'published' AND model IS NOT NULL`,
  );
  const published = new Map(rows.map((row) => [row.model.id, row.model]));
  const missing: string[] = [];
  const result = link(model, (called: string) => {
    const found = published.get(called);
    if (!found) missing.push(called);
    return found;
  });
  if (missing.length > 0) {
    throw unprocessable(
      'called-process-not-published',
      `流程 ${model.id} 调用的流程还没有发布：${missing.join('、')}。请先发布它们。`,
      { missing },
    );
  }
  return result;
}

/**
 * Freezes the decisions that the process takes into the model, as they are published now.
 * @throws DomainError `decision-not-published`
 */
async function decided(manager: EntityManager, model: ProcessModel): Promise<ProcessModel> {
  const files = new Map<string, DecisionModel>();
  for (const { decision } of decidingTasks(model)) {
    const { model: file } = await publishedDecision(manager, decision);
    files.set(decision, file);
  }
  return freezeDecisions(model, (decision) => files.get(decision));
}

/**
 * Publishes a diagram as the process's new version; new cases start with it, running ones keep theirs.
 * Publishing what is already published changes nothing.
 * @throws DomainError `process-has-findings`, also for foreign work that no adapter does
 */
export async function publish(
  manager: EntityManager,
  computing: DefinitionComputing,
  input: NewVersion,
): Promise<{ version: number; hash: string }> {
  const bindings = await readBindings(manager);
  const checked = await compileProcess(computing, input.xml, input.processId, bindings);
  refuseErrors(checked.unbound, '未发布');
  return manager.transaction(async (transaction) => {
    await lock(transaction, input.processId);
    const model = await decided(transaction, await linked(transaction, checked.model));
    const hash = hashModel(model);
    const [current] = await transaction.query<
      { version: number; hash: string | null; xml: string }[]
    >(
      `SELECT version, hash, xml FROM process_version
       WHERE process_id = $1 AND state = 'published'`,
      [input.processId],
    );
    if (current?.hash === hash && current.xml === input.xml) {
      return { version: current.version, hash };
    }
    await transaction.query(
      `DELETE FROM process_version WHERE process_id = $1 AND state = 'draft'`,
      [input.processId],
    );
    await transaction.query(
      `UPDATE process_version SET state = 'retired' WHERE process_id = $1 AND state = 'published'`,
      [input.processId],
    );
    const [row] = await transaction.query<{ version: number }[]>(
      `INSERT INTO process_version
         (process_id, version, state, name, xml, model, hash, created_by, published_at)
       SELECT $1, coalesce(max(version), 0) + 1, 'published', $2, $3, $4, $5, $6, now()
         FROM process_version WHERE process_id = $1
       RETURNING version`,
      [input.processId, input.name, input.xml, JSON.stringify(model), hash, input.by],
    );
    await writeStarts(transaction, model);
    return { version: row!.version, hash };
  });
}

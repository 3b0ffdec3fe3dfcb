/**
 * Published versions of processes: one that new cases start with, the older ones retired but readable
 * for ever, because running cases hold their hash.
 */
import type { EntityManager } from 'typeorm';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import type { DefinitionComputing } from '../computing/index.js';
import { notFound } from '../../platform/errors.js';
import { publishAtOnce } from '../../versions/index.js';
import { processKind, type PublishedVersion } from './process-kind.js';

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
     WHERE process_id = $1 AND state = 'published'`,
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
  const [row] = await manager.query<{ model: ProcessModel }[]>(
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

/**
 * Publishes a diagram that comes with the platform; new cases start with it, running ones keep theirs.
 * Publishing what is already published changes nothing.
 * @throws DomainError as `processKind` at publication
 */
export function publish(
  manager: EntityManager,
  computing: DefinitionComputing,
  { processId: key, name, xml, by }: NewVersion,
): Promise<PublishedVersion> {
  const given = { key, content: { name, xml }, terms: null, by };
  return publishAtOnce(manager, processKind(computing), given);
}

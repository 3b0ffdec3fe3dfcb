/** Processes as versioned definitions: what a draft must be, what publication freezes, what changed. */
import type { EntityManager } from 'typeorm';
import { hashModel } from '../../../bpmn/compiler/index.js';
import type { ProcessModel, Scope } from '../../../bpmn/model/process.js';
import { keepFormsOfProcess } from '../../catalogue/index.js';
import { notFound } from '../../platform/errors.js';
import {
  differencesOf,
  type KeptKind,
  type Numbered,
  type Part,
  type Publication,
  type VersionedKind,
} from '../../versions/index.js';
import type { DefinitionComputing } from '../computing/index.js';
import { compileProcess, draftFindings } from './check.js';
import { frozen } from './frozen.js';
import { writeStarts } from './process-starts.js';

export interface ProcessContent {
  name: string;
  /** BPMN. */
  xml: string;
}

export interface PublishedVersion {
  version: number;
  hash: string;
}

export const PROCESSES: KeptKind<ProcessContent> = {
  code: 'process',
  subject: 'Process',
  acts: { save: 'process.save-draft', drop: 'process.drop-draft', publish: 'process.publish' },
  target: (key) => `process:${key}`,
  noDraft: (key) => notFound('no-draft', `流程 ${key} 没有草稿可发布。请先保存草稿。`),

  async read(manager, key, version) {
    const [row] = await manager.query<({ version: number; by: string } & ProcessContent)[]>(
      `SELECT version, name, xml, created_by AS by FROM process_version
        WHERE process_id = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
      [key, version ?? null],
    );
    return row ? numbered(row) : null;
  },
};

/**
 * @throws DomainError `process-has-findings`: what is no diagram is not kept; what cannot run, what no adapter
 * does and what the city has not got is not published
 */
export const processKind = (
  computing: DefinitionComputing,
): VersionedKind<ProcessContent, null, PublishedVersion> => ({
  ...PROCESSES,

  async check(manager, key, content) {
    return { content, findings: await draftFindings(manager, computing, content.xml, key) };
  },

  async publish(manager, publication) {
    const { key, content } = publication;
    const compiled = await compileProcess(manager, computing, content.xml, key);
    const model = await frozen(manager, compiled);
    const hash = hashModel(model);
    const same = await publishedAlready(manager, { key, hash, xml: content.xml });
    if (same !== null) return { version: same, hash };
    const version = await insert(manager, publication, { model, hash });
    await keepFormsOfProcess(manager, hash, model.forms ?? {});
    await writeStarts(manager, model);
    return { version, hash };
  },

  async differences(before, after, key) {
    const [old, now] = await Promise.all([
      partsOf(computing, before, key),
      partsOf(computing, after, key),
    ]);
    return differencesOf(old, now);
  },
});

const numbered = ({
  version,
  name,
  xml,
  by,
}: { version: number; by: string } & ProcessContent): Numbered<ProcessContent> => ({
  version,
  by,
  content: { name, xml },
});

/** The published version that says the same; null = there is none. */
async function publishedAlready(
  manager: EntityManager,
  { key, hash, xml }: { key: string; hash: string; xml: string },
): Promise<number | null> {
  const [row] = await manager.query<{ version: number }[]>(
    `SELECT version FROM process_version
      WHERE process_id = $1 AND state = 'published' AND hash = $2 AND xml = $3`,
    [key, hash, xml],
  );
  return row?.version ?? null;
}

async function insert(
  manager: EntityManager,
  { key, content, by }: Publication<ProcessContent, null>,
  { model, hash }: { model: ProcessModel; hash: string },
): Promise<number> {
  await manager.query(
    `UPDATE process_version SET state = 'retired' WHERE process_id = $1 AND state = 'published'`,
    [key],
  );
  const [row] = await manager.query<{ version: number }[]>(
    `INSERT INTO process_version
       (process_id, version, state, name, xml, model, hash, created_by, published_at)
     SELECT $1, coalesce(max(version), 0) + 1, 'published', $2, $3, $4, $5, $6, now()
       FROM process_version WHERE process_id = $1
     RETURNING version`,
    [key, content.name, content.xml, JSON.stringify(model), hash, by],
  );
  return row!.version;
}

/** Elements and sequence flows by id; where they are drawn changes nothing that runs. */
async function partsOf(
  computing: DefinitionComputing,
  content: ProcessContent | null,
  key: string,
): Promise<Map<string, Part>> {
  if (!content) return new Map();
  const { models } = await computing.run('compileProcess', content.xml, key);
  const model = models.find(({ id }) => id === key);
  return new Map(model ? partsIn(model.body) : []);
}

function* partsIn({ elements, flows }: Scope): Generator<[string, Part]> {
  for (const element of Object.values(elements)) {
    const { name, ...own } = element;
    const within = 'body' in element ? element.body : undefined;
    const text = JSON.stringify({ name, ...own, body: undefined });
    yield [element.id, { name: name ?? element.id, text }];
    if (within) yield* partsIn(within);
  }
  for (const flow of flows) {
    const { id, name, source, target } = flow;
    yield [id, { name: name ?? `${source} → ${target}`, text: JSON.stringify(flow) }];
  }
}

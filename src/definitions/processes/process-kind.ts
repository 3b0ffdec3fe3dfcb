/** Processes as versioned definitions: what a draft must be, what publication freezes, what changed. */
import type { EntityManager } from 'typeorm';
import { hashModel } from '../../../bpmn/compiler/index.js';
import type { ProcessModel, Scope } from '../../../bpmn/model/process.js';
import { keepFormsOfProcess } from '../../catalogue/index.js';
import { notFound } from '../../platform/errors.js';
import {
  differencesOf,
  RELEASE,
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

/** What is said only when it is published; null = it comes with the platform. */
export type VersionTerms = { note: string } | null;

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
): VersionedKind<ProcessContent, VersionTerms, PublishedVersion> => ({
  ...PROCESSES,

  async check(manager, key, content) {
    return { content, findings: await draftFindings(manager, computing, content.xml, key) };
  },

  async publish(manager, publication) {
    const { key, content } = publication;
    const compiled = await compileProcess(manager, computing, content.xml, key);
    const model = await frozen(manager, compiled);
    const hash = hashModel(model);
    const { by } = publication;
    const same = await publishedAlready(manager, { key, hash, xml: content.xml, by });
    if (same !== null) return { version: same, hash };
    const version = await insert(manager, publication, { model, hash });
    await keepFormsOfProcess(manager, hash, model.forms ?? {});
    await writeStarts(manager, model);
    return { version, hash };
  },

  detail: (_, terms) => (terms?.note ? { note: terms.note } : {}),

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

/**
 * The published version that says the same; null = there is none. What a release brought and the city has
 * retired since does not come back with the next.
 */
async function publishedAlready(
  manager: EntityManager,
  { key, hash, xml, by }: { key: string; hash: string; xml: string; by: string },
): Promise<number | null> {
  const [row] = await manager.query<{ version: number }[]>(
    `SELECT version FROM process_version
      WHERE process_id = $1 AND hash = $2 AND xml = $3
        AND (state = 'published'
             OR $4::boolean AND version = (SELECT max(version) FROM process_version WHERE process_id = $1))`,
    [key, hash, xml, by === RELEASE],
  );
  return row?.version ?? null;
}

async function insert(
  manager: EntityManager,
  { key, content, terms, by }: Publication<ProcessContent, VersionTerms>,
  { model, hash }: { model: ProcessModel; hash: string },
): Promise<number> {
  await manager.query(
    `UPDATE process_version SET state = 'retired' WHERE process_id = $1 AND state = 'published'`,
    [key],
  );
  const [row] = await manager.query<{ version: number }[]>(
    `INSERT INTO process_version
       (process_id, version, state, name, xml, model, hash, created_by, note, published_at)
     SELECT $1, coalesce(max(version), 0) + 1, 'published', $2, $3, $4, $5, $6, $7, now()
       FROM process_version WHERE process_id = $1
     RETURNING version`,
    [key, content.name, content.xml, JSON.stringify(model), hash, by, terms?.note ?? ''],
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
  const { models, tests } = await computing.run('compileProcess', content.xml, key);
  const model = models.find(({ id }) => id === key);
  const kept = tests.map(({ name, script }): [string, Part] => [
    `测试 ${name}`,
    { name: `测试“${name}”`, text: script },
  ]);
  return new Map([...(model ? partsIn(model.body) : []), ...kept]);
}

function* partsIn({ elements, flows }: Scope): Generator<[string, Part]> {
  for (const element of Object.values(elements)) {
    const { name, ...own } = element;
    const within = 'body' in element ? element.body : undefined;
    const text = JSON.stringify({ name, ...own, body: undefined });
    const properties = propertiesOf({ name, ...own });
    yield [element.id, { name: name ?? element.id, text, properties }];
    if (within) yield* partsIn(within);
  }
  for (const flow of flows) {
    const { id, name, source, target } = flow;
    const text = JSON.stringify(flow);
    const properties = propertiesOf({ ...flow });
    yield [id, { name: name ?? `${source} → ${target}`, text, properties }];
  }
}

/** What people set, each by its name, and parts of it by `part.name`. */
function propertiesOf(of: Record<string, unknown>, within = ''): Record<string, string> {
  const found = Object.entries(of).flatMap(([name, value]): [string, string][] => {
    if (name === 'id' || name === 'body' || value === undefined) return [];
    const place = within + name;
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && !('feel' in value))
      return Object.entries(propertiesOf(value as Record<string, unknown>, `${place}.`));
    return [[place, read(value)]];
  });
  return Object.fromEntries(found);
}

/** As it is written in the diagram, where that is known. */
function read(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(read).join('；');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('feel' in value) return `= ${String(value.feel)}`;
  if ('target' in value && 'source' in value) return `${read(value.target)} ${read(value.source)}`;
  if ('id' in value && 'name' in value) return `${read(value.id)}=${read(value.name)}`;
  return JSON.stringify(value);
}

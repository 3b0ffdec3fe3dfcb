/** DMN files as versioned definitions: sound when published, each decision published in one file only. */
import type { EntityManager } from 'typeorm';
import { hashDecisions, type DecisionModel } from '../../../bpmn/dmn/index.js';
import { conflict, notFound } from '../../platform/errors.js';
import {
  differencesOf,
  type KeptKind,
  type Part,
  type VersionedKind,
} from '../../versions/index.js';
import type { DefinitionComputing } from '../computing/index.js';
import { readDraft, readSound } from './check.js';

export interface DecisionFileContent {
  /** DMN. */
  xml: string;
  /** Read off the file when it is kept. */
  name: string;
  hash: string;
  /** Ids of the decisions in it. */
  decisions: string[];
}

export interface PublishedFile {
  version: number;
  hash: string;
}

/** What is said only when it is published; null = it comes with the platform. */
export type FileTerms = { note: string } | null;

/** A file as somebody hands it in. */
export const unread = (xml: string): DecisionFileContent => ({
  ...{ xml, name: '', hash: '', decisions: [] },
});

export const DECISIONS: KeptKind<DecisionFileContent> = {
  code: 'decision',
  subject: 'Decision',
  acts: { save: 'decision.save-draft', drop: 'decision.drop-draft', publish: 'decision.publish' },
  target: (key) => `decision:${key}`,
  noDraft: (key) => notFound('no-draft', `决策文件 ${key} 没有草稿可发布。请先保存草稿。`),

  async read(manager, key, version) {
    const [row] = await manager.query<({ version: number; by: string } & DecisionFileContent)[]>(
      `SELECT version, created_by AS by, xml, name, hash, decisions FROM decision_version
        WHERE file_id = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
      [key, version ?? null],
    );
    if (!row) return null;
    const { version: found, by, ...content } = row;
    return { version: found, by, content };
  },
};

/** @throws DomainError `decisions-have-findings`, at publication `decision-published-elsewhere` too */
export const decisionKind = (
  computing: DefinitionComputing,
): VersionedKind<DecisionFileContent, FileTerms, PublishedFile> => ({
  ...DECISIONS,

  async check(_, key, { xml }) {
    const { model, findings } = await readDraft(computing, xml);
    const content = model ? contentOf(key, xml, model) : { ...unread(xml), name: key };
    return { content, findings };
  },

  async publish(manager, { key, content: { xml }, terms, by }) {
    const model = await readSound(computing, xml);
    await refusePublishedElsewhere(manager, key, model);
    const content = contentOf(key, xml, model);
    const [current] = await manager.query<PublishedFile[]>(
      `SELECT version, hash FROM decision_version
        WHERE file_id = $1 AND state = 'published' AND hash = $2 AND xml = $3`,
      [key, content.hash, xml],
    );
    return current ?? insert(manager, { key, content, model, by, note: terms?.note ?? '' });
  },

  detail: (_, terms) => (terms?.note ? { note: terms.note } : {}),

  async differences(before, after) {
    const [old, now] = await Promise.all([partsOf(computing, before), partsOf(computing, after)]);
    return differencesOf(old, now);
  },
});

const contentOf = (key: string, xml: string, model: DecisionModel): DecisionFileContent => ({
  xml,
  name: model.name ?? key,
  hash: hashDecisions(model),
  decisions: Object.keys(model.decisions),
});

interface Insertion {
  key: string;
  content: DecisionFileContent;
  model: DecisionModel;
  by: string;
  note: string;
}

async function insert(manager: EntityManager, given: Insertion): Promise<PublishedFile> {
  const { key, content, model, by, note } = given;
  await manager.query(
    `UPDATE decision_version SET state = 'retired' WHERE file_id = $1 AND state = 'published'`,
    [key],
  );
  const { name, xml, hash, decisions } = content;
  const [row] = await manager.query<PublishedFile[]>(
    `INSERT INTO decision_version
       (file_id, version, state, name, xml, model, hash, decisions, created_by, note, published_at)
     SELECT $1, coalesce(max(version), 0) + 1, 'published', $2, $3, $4, $5, $6, $7, $8, now()
       FROM decision_version WHERE file_id = $1
     RETURNING version, hash`,
    [key, name, xml, JSON.stringify(model), hash, decisions, by, note],
  );
  return row!;
}

/** A business rule task names a decision, not a file: its id must lead to one place. */
async function refusePublishedElsewhere(
  manager: EntityManager,
  fileId: string,
  model: DecisionModel,
): Promise<void> {
  const taken = await manager.query<{ decision: string; file: string }[]>(
    `SELECT d.id AS decision, v.file_id AS file
     FROM decision_version v, unnest(v.decisions) AS d (id)
     WHERE v.state = 'published' AND v.file_id <> $1 AND d.id = ANY ($2)
     ORDER BY d.id`,
    [fileId, Object.keys(model.decisions)],
  );
  if (taken.length === 0) return;
  const list = taken.map(({ decision, file }) => `${decision}（在 ${file}）`).join('、');
  throw conflict(
    'decision-published-elsewhere',
    `已有其他决策文件发布了同编号的决策：${list}。请改用别的决策编号。`,
    { taken },
  );
}

/** Decisions by their id, and tests by their name. */
async function partsOf(
  computing: DefinitionComputing,
  content: DecisionFileContent | null,
): Promise<Map<string, Part>> {
  if (!content) return new Map();
  const { model, tests } = await computing.run('readDecisionFile', content.xml);
  const decisions = Object.entries(model?.decisions ?? {}).map(([id, decision]): [string, Part] => [
    id,
    { name: decision.name, text: JSON.stringify(decision) },
  ]);
  const kept = tests.map(({ name, script }): [string, Part] => [
    `测试 ${name}`,
    { name: `测试“${name}”`, text: script },
  ]);
  return new Map([...decisions, ...kept]);
}

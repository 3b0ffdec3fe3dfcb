/**
 * Service items as versioned definitions. A draft may still have faults: they are told while it is
 * written, and only forbid its publication. A version holds from a day on; cases keep the one they were
 * opened under.
 */
import type { EntityManager } from 'typeorm';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson, type Finding } from '../../../../bpmn/compiler/index.js';
import { dateOf } from '../../../../workflows/clock/index.js';
import { badRequest, conflict, notFound, unprocessable } from '../../../platform/errors.js';
import {
  differencesOf,
  RELEASE,
  type Publication,
  type Published,
  type VersionedKind,
} from '../../../versions/index.js';
import type { ItemDefinition } from '../definition/index.js';
import { lawProblems } from '../laws/index.js';
import { standingOn } from '../standing.js';
import {
  brokenPromises,
  catalogueProblems,
  isWhole,
  validateItem,
  type ItemProblem,
} from '../rules/index.js';
import { partsOf } from './parts.js';
import { requireNotUnderReview } from './under-review.js';

export interface ItemTerms {
  /** `2026-12-01`, today at the earliest: what a guide said yesterday it said. */
  effectiveFrom: string;
}

export interface PublishedItem extends Published {
  /** Of what the version says, see `itemHash`. */
  hash: string;
}

/** What is said of an item while it is written, in both languages. */
export interface ItemFinding extends Finding {
  messageInEnglish: string;
}

/** SHA-256 in hexadecimal over canonical JSON: by it a version is proved to say what it said. */
export const itemHash = (item: ItemDefinition): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(item))));

/**
 * @throws DomainError at publication `invalid-item` with every problem, `effective-day-past`,
 *   `item-cancelled`, `version-coming`, `version-holds`
 */
export const ITEMS: VersionedKind<ItemDefinition, ItemTerms, PublishedItem> = {
  code: 'item',
  subject: 'Item',
  acts: { save: 'item.save-draft', drop: 'item.drop-draft', publish: 'item.publish' },
  target: (key) => `item:${key}`,
  noDraft: (key) => notFound('no-draft', `事项 ${key} 没有草稿可发布。请先保存草稿。`),

  requireFree: requireNotUnderReview,

  async check(manager, key, content) {
    const item = { ...content, code: key };
    if (typeof item.name !== 'string' || item.name.trim() === '' || item.name.length > 500)
      throw unprocessable('item-without-name', '请填写事项名称（不超过 500 字），再保存草稿。', {
        errors: [{ field: '/name', message: '不能为空' }],
      });
    const problems = await problemsOf(manager, item);
    return { content: item, findings: problems.map(asFinding) };
  },

  async read(manager, key, version) {
    const [row] = await manager.query<{ version: number; content: ItemDefinition; by: string }[]>(
      `SELECT version, data AS content, published_by AS by FROM item
        WHERE code = $1 AND state = 'published' AND ($2::int IS NULL OR version = $2)
        ORDER BY version DESC LIMIT 1`,
      [key, version ?? null],
    );
    return row ?? null;
  },

  async publish(manager, publication) {
    const { key, content, terms, by } = publication;
    if (by !== RELEASE) requireDay(terms.effectiveFrom);
    await requireNotCancelled(manager, key);
    refuseErrors(content, await problemsOf(manager, content));
    const hash = itemHash(content);
    const newest = await newestOf(manager, key);
    const said = { newest, hash, from: dayFor(publication, newest) };
    return {
      version: heldAlready(publication, said) ?? (await insert(manager, publication, said)),
      hash,
    };
  },

  detail: ({ hash }, { effectiveFrom }) => ({ effectiveFrom, hash }),

  differences: (before, after) => Promise.resolve(differencesOf(partsOf(before), partsOf(after))),
};

export const asFinding = (problem: ItemProblem): ItemFinding => {
  const { path: element, ...said } = problem;
  return { ...said, element };
};

function requireDay(day: string): void {
  if (day >= dateOf(Date.now())) return;
  throw badRequest('effective-day-past', '生效日期不能早于今天；请选择今天或以后的日期。', {
    field: 'effectiveFrom',
  });
}

async function requireNotCancelled(manager: EntityManager, code: string): Promise<void> {
  const standing = await standingOn(manager, code);
  if (standing?.standing !== 'cancelled') return;
  throw conflict('item-cancelled', `事项 ${code} 已经取消，不再发布新的版本；请另立事项。`, {
    item: code,
  });
}

function refuseErrors(item: ItemDefinition, problems: ItemProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return;
  throw unprocessable(
    'invalid-item',
    `事项“${item.name}”有 ${errors.length} 处不合要求：${first.path} ${first.message}`,
    { item: item.code, errors: errors.map(({ path: field, message }) => ({ field, message })) },
  );
}

/** Of the item itself; of the catalogue and its process where it has the shape of an item. */
async function problemsOf(manager: EntityManager, item: ItemDefinition): Promise<ItemProblem[]> {
  const own = validateItem(item);
  if (!isWhole(own)) return own;
  const looks = [catalogueProblems, lawProblems, brokenPromises];
  const around = await Promise.all(looks.map((look) => look(manager, item)));
  return [...own, ...around.flat()];
}

interface Newest {
  version: number;
  content: ItemDefinition;
  effectiveFrom: string;
}

async function newestOf(manager: EntityManager, code: string): Promise<Newest | undefined> {
  const [row] = await manager.query<Newest[]>(
    `SELECT version, data AS content, effective_from::text AS "effectiveFrom" FROM item
      WHERE code = $1 AND state = 'published' ORDER BY version DESC LIMIT 1`,
    [code],
  );
  return row;
}

interface Said {
  newest: Newest | undefined;
  hash: string;
  /** First day of what is published. */
  from: string;
}

/** What comes with a release may hold since ever where nothing held before; it changes no past day. */
function dayFor(
  { terms, by }: Publication<ItemDefinition, ItemTerms>,
  newest: Newest | undefined,
): string {
  if (!newest || by !== RELEASE) return terms.effectiveFrom;
  return [terms.effectiveFrom, dateOf(Date.now()), newest.effectiveFrom].sort().at(-1)!;
}

/**
 * Versions hold in their order, each from its day on: none begins before the one it follows, or that one
 * would never hold. The same content is the same version, unless it is to hold earlier.
 * @returns the version that says the same already
 * @throws DomainError `version-coming`, `version-holds`
 */
function heldAlready(
  { by }: Publication<ItemDefinition, ItemTerms>,
  { newest, hash, from }: Said,
): number | undefined {
  if (!newest) return undefined;
  const { version, effectiveFrom } = newest;
  const same = itemHash(newest.content) === hash;
  if (same && (by === RELEASE || effectiveFrom === from)) return version;
  if (same && effectiveFrom < from)
    throw conflict(
      'version-holds',
      `第 ${version} 版内容相同，自 ${effectiveFrom} 起执行，不能再推迟；不用再发布，请删去草稿。`,
      { version, effectiveFrom },
    );
  if (!same && effectiveFrom > from)
    throw conflict(
      'version-coming',
      `第 ${version} 版已发布，自 ${effectiveFrom} 起执行，新的版本不能早于那一天；请选择那一天或以后的日期。`,
      { version, effectiveFrom },
    );
  return undefined;
}

async function insert(
  manager: EntityManager,
  { key, content, by, drafted }: Publication<ItemDefinition, ItemTerms>,
  { newest, hash, from }: Said,
): Promise<number> {
  const version = (newest?.version ?? 0) + 1;
  await manager.query(
    `INSERT INTO item (code, version, kind, type, name, data, state, published_at, effective_from,
       hash, drafted_by, published_by)
     VALUES ($1, $2, $3, $4, $5, $6, 'published', now(), $7, $8, $9, $10)`,
    [
      ...[key, version, content.kind, content.type, content.name, JSON.stringify(content)],
      ...[from, hash, drafted.by, by],
    ],
  );
  return version;
}

/** From a draft to a version: each step is one transaction with its line of the audit log. */
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Actor } from '../people/index.js';
import { needsSecondPerson } from './city-settings/index.js';
import { type Draft, draftsOf, putDraft, removeDraft } from './drafts.js';
import { conflict } from '../platform/errors.js';
import type { Checked, DraftedKind, Published, Reviewed, VersionedKind } from './kind.js';

/** Publications of one kind wait for each other: they may look at one another, as calls do. */
async function lock(manager: EntityManager, kind: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('definition:' || $1))`, [kind]);
}

/**
 * Keeps a draft, in place of the earlier one.
 * @param replaces the draft that it was made from, null = none; left out: whichever there is
 * @returns the number it would have, the content as kept, which draft it is now, and what is to be said of it
 * @throws DomainError `draft-changed`, and what the kind's check refuses
 */
export async function saveDraft<Content extends object>(
  dataSource: DataSource,
  kind: DraftedKind<Content>,
  draft: { key: string; content: Content; actor: Actor; replaces?: string | null },
): Promise<Checked<Content> & { version: number; revision: string }> {
  const { key, actor, replaces } = draft;
  // What takes long is done before anything is held.
  const checked = await kind.check(dataSource.manager, key, draft.content);
  const { content } = checked;
  return dataSource.transaction(async (manager) => {
    await lock(manager, kind.code);
    if (replaces !== undefined) requireMadeFrom((await draftsOf(manager, kind, key))[0], replaces);
    const by = actor.personId;
    const revision = await putDraft(manager, { kind: kind.code, key, content, by });
    const version = ((await kind.read(manager, key))?.version ?? 0) + 1;
    await note(manager, actor, kind.acts.save, kind.target(key), { version });
    return { ...checked, version, revision };
  });
}

function requireMadeFrom(draft: Draft<unknown> | undefined, replaces: string | null): void {
  if ((draft?.revision ?? null) === replaces) return;
  throw conflict(
    'draft-changed',
    draft
      ? `${draft.savedByName ?? draft.savedBy} 在您打开之后保存了另一份草稿。您的没有保存，也没有丢：请先导出或复制，再打开对方的草稿查看。`
      : '您打开的草稿已经发布或者删去。您的没有保存，也没有丢：请先导出或复制，再打开最新的版本。',
  );
}

/** Nothing happens when there is none. */
export function dropDraft<Content extends object>(
  dataSource: DataSource,
  kind: DraftedKind<Content>,
  { key, actor }: { key: string; actor: Actor },
): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await lock(manager, kind.code);
    await removeDraft(manager, kind.code, key);
    const act = kind.acts.drop ?? `${kind.code}.drop-draft`;
    await note(manager, actor, act, kind.target(key), {});
  });
}

/**
 * Publishes the draft as the next version.
 * @throws DomainError the kind's `noDraft`, `draft-changed` when it was kept again since the review,
 * `second-person-needed`, and what the kind refuses at publication
 */
export function publishDraft<Content extends object, Terms, Result extends Published>(
  dataSource: DataSource,
  kind: VersionedKind<Content, Terms, Result>,
  { key, terms, revision, actor }: { key: string; terms: Terms; actor: Actor } & Reviewed,
): Promise<Result> {
  return dataSource.transaction(async (manager) => {
    await lock(manager, kind.code);
    const [draft] = await draftsOf(manager, kind, key);
    if (!draft) throw kind.noDraft(key);
    const by = actor.personId;
    requireReviewed(draft, by, revision);
    const { content, savedBy, savedAt } = draft;
    if (savedBy === by && (await needsSecondPerson(manager, kind.code))) throw secondPersonNeeded();
    const drafted = { by: savedBy, at: savedAt };
    const result = await kind.publish(manager, { key, content, terms, by, drafted });
    await removeDraft(manager, kind.code, key);
    const detail = { version: result.version, draftedBy: savedBy, ...kind.detail?.(result, terms) };
    await note(manager, actor, kind.acts.publish, kind.target(key), detail);
    return result;
  });
}

function requireReviewed(draft: Draft<unknown>, by: string, revision?: string): void {
  if (draft.revision === revision || (revision === undefined && draft.savedBy === by)) return;
  throw conflict(
    'draft-changed',
    `${draft.savedByName ?? draft.savedBy} 保存的草稿您还没有审核，或者您审核之后又保存过。请审核后再发布。`,
  );
}

const secondPersonNeeded = () =>
  conflict(
    'second-person-needed',
    '草稿由您保存；按本市的规定，须由另一位有权发布的人员审核后发布。草稿已保存，请其打开后发布。',
  );

/**
 * Publishes without a draft; one there is gives way to it where the same hand kept it.
 * @throws DomainError what the kind refuses to keep or to publish
 */
export function publishAtOnce<Content extends object, Terms, Result extends Published>(
  manager: EntityManager,
  kind: VersionedKind<Content, Terms, Result>,
  given: { key: string; content: Content; terms: Terms; by: string },
): Promise<Result> {
  const { key, by } = given;
  return manager.transaction(async (transaction) => {
    await lock(transaction, kind.code);
    const result = await kind.publish(transaction, { ...given, drafted: { by, at: new Date() } });
    const [draft] = await draftsOf(transaction, kind, key);
    if (draft?.savedBy === by) await removeDraft(transaction, kind.code, key);
    return result;
  });
}

function note(
  manager: EntityManager,
  { personId: person, postId: post }: Actor,
  act: string,
  target: string,
  detail: Record<string, unknown>,
): Promise<void> {
  return audit(manager, { person, post, act, target, outcome: 'done', detail });
}

/** From a draft to a version: each step is one transaction with its line of the audit log. */
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Actor } from '../people/index.js';
import { goesByWay, needsSecondPerson } from './city-settings/index.js';
import { type Draft, draftsOf, putDraft, removeDraft } from './drafts.js';
import { conflict } from '../platform/errors.js';
import type { Checked, DraftedKind, Published, Reviewed, VersionedKind } from './kind.js';
import {
  requireReviewed,
  requireSameDraft,
  requireSameVersion,
  type MadeFrom,
} from './made-from.js';

/**
 * Changes of drafts and publications of one kind wait for each other, to the end of the transaction: they may
 * look at one another, as calls do.
 */
export async function holdKind(manager: EntityManager, kind: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('definition:' || $1))`, [kind]);
}

interface Keeping<Content> extends MadeFrom {
  key: string;
  content: Content;
  actor: Actor;
}

/**
 * Keeps a draft, in place of the earlier one. Sent again by the same hand, because its answer was lost, it
 * is kept already.
 * @returns the number it would have, the content as kept, which draft it is now, and what is to be said of it
 * @throws DomainError `draft-changed`, and what the kind's check refuses
 */
export async function saveDraft<Content extends object>(
  dataSource: DataSource,
  kind: DraftedKind<Content>,
  { key, content: given, actor, replaces, madeFromVersion }: Keeping<Content>,
): Promise<Checked<Content> & { version: number; revision: string }> {
  // What takes long is done before anything is held.
  const checked = await kind.check(dataSource.manager, key, given);
  const { content } = checked;
  return dataSource.transaction(async (manager) => {
    await holdKind(manager, kind.code);
    const [draft] = await draftsOf(manager, kind, key);
    const newest = (await kind.read(manager, key))?.version ?? 0;
    const version = newest + 1;
    const by = actor.personId;
    const answer = async (revision: string) => {
      await note(manager, actor, kind.acts.save, kind.target(key), { version });
      return { ...checked, version, revision };
    };
    if (draft?.savedBy === by && says(draft, content)) return answer(draft.revision);
    requireSameDraft(draft, replaces);
    requireSameVersion(madeFromVersion, newest);
    await kind.requireFree?.(manager, key);
    const basedOn = madeFromVersion ?? (draft ? draft.basedOn : newest);
    return answer(await putDraft(manager, { kind: kind.code, key, content, by, basedOn }));
  });
}

const says = ({ content }: Draft<unknown>, given: object): boolean =>
  isDeepStrictEqual(content, JSON.parse(JSON.stringify(given)));

/**
 * Nothing happens when there is none.
 * @param replaces the draft that is not wanted; left out: whichever there is
 * @throws DomainError `draft-changed` where it is another by now
 */
export function dropDraft<Content extends object>(
  dataSource: DataSource,
  kind: DraftedKind<Content>,
  { key, actor, replaces }: { key: string; actor: Actor; replaces?: string },
): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await holdKind(manager, kind.code);
    const [draft] = await draftsOf(manager, kind, key);
    if (draft) requireSameDraft(draft, replaces);
    await kind.requireFree?.(manager, key);
    await removeDraft(manager, kind.code, key);
    const act = kind.acts.drop ?? `${kind.code}.drop-draft`;
    await note(manager, actor, act, kind.target(key), {});
  });
}

/**
 * Publishes the draft as the next version.
 * @throws DomainError the kind's `noDraft`, `draft-changed` when it was kept again since the review or made
 * from another version than the newest, `second-person-needed`, `published-by-its-way`, and what the kind
 * refuses at publication
 */
export function publishDraft<Content extends object, Terms, Result extends Published>(
  dataSource: DataSource,
  kind: VersionedKind<Content, Terms, Result>,
  { key, terms, actor, atEndOfWay, ...reviewed }: Publishing<Terms, Result>,
): Promise<Result> {
  return dataSource.transaction(async (manager) => {
    await holdKind(manager, kind.code);
    const [draft] = await draftsOf(manager, kind, key);
    if (!draft) throw kind.noDraft(key);
    const by = actor.personId;
    requireReviewed(draft, by, reviewed.revision);
    if (!atEndOfWay) {
      await kind.requireFree?.(manager, key);
      if (await goesByWay(manager, kind.code)) throw publishedByItsWay();
    }
    const newest = (await kind.read(manager, key))?.version ?? 0;
    requireSameVersion(reviewed.madeFromVersion ?? draft.basedOn, newest);
    const { content, savedBy, savers, savedAt } = draft;
    if (savers.includes(by) && (await needsSecondPerson(manager, kind.code)))
      throw secondPersonNeeded();
    const drafted = { by: savedBy, at: savedAt };
    const result = await kind.publish(manager, { key, content, terms, by, drafted });
    await removeDraft(manager, kind.code, key);
    await atEndOfWay?.(manager, result);
    const detail = {
      ...{ version: result.version, draftedBy: savedBy },
      ...(savers.length > 1 && { savers }),
      ...kind.detail?.(result, terms),
    };
    await note(manager, actor, kind.acts.publish, kind.target(key), detail);
    return result;
  });
}

type Publishing<Terms, Result> = {
  key: string;
  terms: Terms;
  actor: Actor;
  /** Given where the draft went the way that its kind has: what is noted with the publication. */
  atEndOfWay?: (manager: EntityManager, result: Result) => Promise<void>;
} & Reviewed;

const publishedByItsWay = () =>
  conflict(
    'published-by-its-way',
    '按本市的规定，要先送审：上级主管部门审核、合法性审查之后，由市目录管理员在待办中发布。草稿已保存，请提交审核。',
  );

const secondPersonNeeded = () =>
  conflict(
    'second-person-needed',
    '草稿由您保存过；按本市的规定，须由另一位有权发布的人员审核后发布。草稿已保存，请其打开后发布。',
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
    await holdKind(transaction, kind.code);
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

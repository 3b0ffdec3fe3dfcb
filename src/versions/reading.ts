/** What a number or a draft says, and what publishing a draft would change. */
import type { EntityManager } from 'typeorm';
import type { Difference } from './differences.js';
import { draftsOf, type Draft } from './drafts.js';
import type { DraftedKind, KeptKind, Numbered } from './kind.js';

/** The draft, with the number it would have; null = there is none. */
export async function draftOf<Content extends object>(
  manager: EntityManager,
  kind: KeptKind<Content>,
  key: string,
): Promise<(Draft<Content> & { version: number }) | null> {
  const [draft] = await draftsOf(manager, kind, key);
  if (!draft) return null;
  return { ...draft, version: ((await kind.read(manager, key))?.version ?? 0) + 1 };
}

/** A version by its number, the draft by the one it would have; null = there is none. */
export async function versionOf<Content extends object>(
  manager: EntityManager,
  kind: KeptKind<Content>,
  key: string,
  version: number,
): Promise<Numbered<Content> | null> {
  const published = await kind.read(manager, key, version);
  if (published) return published;
  const draft = await draftOf(manager, kind, key);
  return draft?.version === version ? draft : null;
}

/** A version in a list; each kind adds what it has more. */
export interface VersionHead {
  version: number;
  state: 'draft' | 'published' | 'retired';
  /** Name of the person; `system` for what came with the platform. */
  createdBy: string;
  updatedAt: Date;
  publishedAt: Date | null;
  /** Of a draft; null = published. */
  revision: string | null;
}

/** A draft as the first of a list of versions. */
export const draftHead = (draft: Draft<unknown> & { version: number }) =>
  ({
    version: draft.version,
    state: 'draft',
    createdBy: draft.savedByName ?? draft.savedBy,
    updatedAt: draft.savedAt,
    publishedAt: null,
    revision: draft.revision,
  }) satisfies VersionHead;

/**
 * What is not the same in two versions, or in the draft by the number it would have.
 * @returns null where one of them is not there
 */
export async function compared<Content extends object>(
  manager: EntityManager,
  kind: DraftedKind<Content>,
  key: string,
  { before, after }: { before: number; after: number },
): Promise<Difference[] | null> {
  const [old, now] = await Promise.all([
    versionOf(manager, kind, key, before),
    versionOf(manager, kind, key, after),
  ]);
  return old && now ? kind.differences(old.content, now.content, key) : null;
}

interface Reviewing {
  since: number | null;
  outdated: boolean;
  revision: string;
  /** All who kept the draft. */
  savers: string[];
  differences: Difference[];
}

/**
 * What publishing the draft would change.
 * @returns the differences from the newest version, and its number (null = there is none yet), and whether
 * the draft was made from another; which revision of the draft that is, and who kept it
 * @throws DomainError the kind's `noDraft`
 */
export async function review<Content extends object>(
  manager: EntityManager,
  kind: DraftedKind<Content>,
  key: string,
): Promise<Reviewing> {
  const [draft] = await draftsOf(manager, kind, key);
  if (!draft) throw kind.noDraft(key);
  const newest = await kind.read(manager, key);
  const differences = await kind.differences(newest?.content ?? null, draft.content, key);
  const { revision, savers, basedOn } = draft;
  const since = newest?.version ?? null;
  const outdated = basedOn !== null && basedOn !== (since ?? 0);
  return { since, outdated, revision, savers, differences };
}

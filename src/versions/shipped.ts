/**
 * What comes with a release, beside what the city has made of it. A release never replaces what the city
 * published: where the city has its own, the release's is a draft for its people to review.
 */
import type { EntityManager } from 'typeorm';
import { DomainError } from '../platform/errors.js';
import { draftsOf, putDraft } from './drafts.js';
import type { Published, VersionedKind } from './kind.js';
import { publishAtOnce } from './publishing.js';

/** Who publishes and drafts in a release's name. */
export const RELEASE = 'system';

export type Brought =
  /** It is published: the city has none, or an earlier release's. */
  | 'published'
  /** The city has its own, which differs, or what it made cannot do with it: it waits as a draft. */
  | 'offered'
  /** The city has its own, and has published just this, or is drafting: nothing is touched. */
  | 'left';

/** Once a release: a draft that people have dropped does not come again. */
export async function bringShipped<Content extends object, Result extends Published>(
  manager: EntityManager,
  kind: VersionedKind<Content, null, Result>,
  { key, content }: { key: string; content: Content },
): Promise<Brought> {
  const newest = await kind.read(manager, key);
  if (!newest || newest.by === RELEASE) {
    try {
      await publishAtOnce(manager, kind, { key, content, terms: null, by: RELEASE });
      return 'published';
    } catch (error) {
      if (!newest || !isHeldUp(kind, error)) throw error;
    }
  }
  const checked = await kind.check(manager, key, content);
  const differences = await kind.differences(newest.content, checked.content, key);
  if (differences.length === 0) return 'left';
  const [draft] = await draftsOf(manager, kind, key);
  if (draft && draft.savedBy !== RELEASE) return 'left';
  const offered = { kind: kind.code, key, content: checked.content, by: RELEASE };
  await putDraft(manager, { ...offered, basedOn: newest.version });
  return 'offered';
}

const isHeldUp = ({ heldUpBy = [] }: { heldUpBy?: readonly string[] }, error: unknown): boolean =>
  error instanceof DomainError && heldUpBy.includes(error.code);

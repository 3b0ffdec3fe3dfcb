import type { EntityManager } from 'typeorm';
import { audit } from '../../../people/index.js';
import { type Actor, writeSideLine } from '../../../cases/index.js';
import type { Identity } from '../../task-access/index.js';

/** What a verb tells of itself. */
export interface Told {
  /** Words of the actor: reason, opinion, note. */
  opinion?: string;
  /** Codes: to whom, which rule … */
  data?: Record<string, unknown>;
}

interface Note {
  task: string;
  actor: Actor;
  me: Identity;
  /** `task.<verb>` in the audit log, `task-<verb>` on the timeline. */
  verb: string;
  told: Told;
}

/** Audit and timeline; both name the deputy and in whose name they acted. */
export async function note(
  manager: EntityManager,
  { task, actor, me, verb, told: { opinion, data } }: Note,
): Promise<void> {
  const inNameOf = me.personId === actor.personId ? undefined : me.personId;
  const more = { ...data, ...(inNameOf && { inNameOf }) };
  await Promise.all([
    audit(manager, {
      ...{ person: actor.personId, post: actor.postId, act: `task.${verb}` },
      ...{ target: `task:${task}`, outcome: 'done', detail: more },
    }),
    writeSideLine(manager, {
      ...{ taskId: task, kind: `task-${verb}`, cause: `verb:${verb}` },
      ...{ personId: actor.personId, postId: actor.postId, opinion, data: more, internal: true },
    }),
  ]);
}

/**
 * How a verb is done: one transaction in which the task is locked and looked at, the verb's own rows are
 * written, and audit and timeline tell of it. Two verbs at once on one task wait for each other; the
 * second finds what the first left.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import { insertDone, repeated, caseAnswer, type Actor, writeSideLine } from '../../cases/index.js';
import { DomainError } from '../../platform/errors.js';
import { identitiesOf, type Identity, lockTask, type TaskRow } from '../task-access/index.js';
import { requireAssignee } from './refusals.js';

/** What a verb tells of itself. */
export interface Told {
  /** Words of the actor: reason, opinion, note. */
  opinion?: string;
  /** Codes: to whom, which rule … */
  data?: Record<string, unknown>;
}

export interface PerformedVerb {
  /** `transfer`, `delegate`, … : `task.<verb>` in the audit log, `task-<verb>` on the timeline. */
  verb: string;
  /** For what is more than assignment: repeated with it, nothing happens a second time. */
  key?: string;
}

export type Work = (manager: EntityManager, task: TaskRow, me: Identity) => Promise<Told>;

/** Does a verb of the one in whose hands the task is. @throws DomainError as `assigneeAmong` and the work */
export function asAssignee(
  dataSource: DataSource,
  taskId: string,
  actor: Actor,
  operation: PerformedVerb,
  work: Work,
): Promise<void> {
  return performVerb(dataSource, taskId, actor, operation, async (manager, task, identities) => {
    const me = await requireAssignee(manager, task, identities);
    return { me, told: await work(manager, task, me) };
  });
}

/** Does a verb whose own check says who may. */
export function performVerb(
  dataSource: DataSource,
  taskId: string,
  actor: Actor,
  { verb, key }: PerformedVerb,
  work: (
    manager: EntityManager,
    task: TaskRow,
    identities: Identity[],
  ) => Promise<{ me: Identity; told: Told }>,
): Promise<void> {
  const done = dataSource.transaction(async (manager) => {
    if (key && (await repeated(manager, key, actor))) return;
    const task = await lockTask(manager, taskId);
    const { me, told } = await work(manager, task, await identitiesOf(manager, actor));
    await note(manager, { task: taskId, actor, me, verb, told });
    if (!key) return;
    const answer = await caseAnswer(manager, task.case_number);
    const payload = { verb, ...told };
    const row = { id: key, caseNumber: task.case_number, taskId, actor, payload };
    await insertDone(manager, row, answer);
  });
  return done.catch(async (error: unknown) => {
    if (error instanceof DomainError && error.status === 403) {
      const { personId: person, postId: post } = actor;
      const line = { person, post, act: `task.${verb}`, target: `task:${taskId}` };
      await audit(dataSource.manager, { ...line, outcome: 'refused' });
    }
    throw error;
  });
}

interface Note {
  task: string;
  actor: Actor;
  me: Identity;
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
  await audit(manager, {
    ...{ person: actor.personId, post: actor.postId, act: `task.${verb}` },
    ...{ target: `task:${task}`, outcome: 'done', detail: more },
  });
  await writeSideLine(manager, {
    ...{ taskId: task, kind: `task-${verb}`, cause: `verb:${verb}` },
    ...{ personId: actor.personId, postId: actor.postId, opinion, data: more, internal: true },
  });
}

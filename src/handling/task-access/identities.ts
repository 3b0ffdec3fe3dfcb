/**
 * In whose name somebody may act: their own, under the post they chose, and of those whose deputy they
 * are today (代理). Deputies of deputies are none.
 */
import type { EntityManager } from 'typeorm';
import { Remembered } from '../../platform/database/remembered.js';
import type { Actor } from '../../cases/index.js';
import { VALID_POST } from '../../people/index.js';
import type { TaskRow } from './task-row.js';

/** A person at a desk. */
export interface Identity {
  personId: string;
  postId: string | null;
  organisationId: string | null;
  role: string | null;
}

/** The day it is in the city. */
export const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

export function ownIdentity(actor: Actor): Identity {
  const { personId, postId = null, organisationId = null, role = null } = actor;
  return { personId, postId, organisationId, role };
}

const principals = new Remembered<Identity[]>(['deputy', 'post']);

/** Those whose deputy the actor is today, at each of their desks; a deputy acts under a post of their own. */
export async function principalsOf(manager: EntityManager, actor: Actor): Promise<Identity[]> {
  if (!actor.postId) return [];
  const { personId } = actor;
  return (await principals.get(manager, personId, () => readPrincipals(manager, personId))) ?? [];
}

const readPrincipals = (manager: EntityManager, personId: string): Promise<Identity[]> =>
  manager.query<Identity[]>(
    `SELECT p.person_id AS "personId", p.id AS "postId", p.organisation_id AS "organisationId", p.role
       FROM deputy d JOIN post p ON p.person_id = d.person_id AND (d.post_id IS NULL OR d.post_id = p.id)
      WHERE d.deputy_id = $1 AND d.revoked_at IS NULL AND ${TODAY} BETWEEN d.from_on AND d.to_on
        AND ${VALID_POST}
      ORDER BY p.person_id, p.id`,
    [personId],
  );

/** The actor's own identity first. */
export async function identitiesOf(manager: EntityManager, actor: Actor): Promise<Identity[]> {
  return [ownIdentity(actor), ...(await principalsOf(manager, actor))];
}

/** Whether the task lies on this desk. */
export function mayHandle(task: TaskRow, me: Identity): boolean {
  return (
    task.department_id !== null &&
    task.department_id === me.organisationId &&
    (task.role === null || task.role === me.role)
  );
}

/** Whether the task is in this person's hands: claimed, given to them, or the applicant's own. */
export function isAssignee(task: TaskRow, me: Identity): boolean {
  if (task.assignee_person !== me.personId) return false;
  if (task.role === 'applicant' || mayHandle(task, me)) return true;
  return me.postId !== null && task.assignee_post === me.postId;
}

/** As arrays for `unnest`: person, post, organisation, role. */
export const columnsOf = (all: Identity[]): (string | null)[][] => [
  all.map(({ personId }) => personId),
  all.map(({ postId }) => postId),
  all.map(({ organisationId }) => organisationId),
  all.map(({ role }) => role),
];

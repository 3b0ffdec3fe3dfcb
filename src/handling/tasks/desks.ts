/** Desks a task may go to: who sits where, and which departments of the line may handle the case. */
import type { EntityManager } from 'typeorm';
import { AT_WORK } from '../../people/index.js';
import { unprocessable } from '../../platform/errors.js';

/** A post that somebody holds today. */
export interface Desk {
  postId: string;
  personId: string;
  personName: string;
  title: string;
  role: string;
  departmentId: string;
  departmentName: string;
}

const SELECT = `SELECT p.id AS "postId", p.person_id AS "personId", n.name AS "personName", p.title,
    p.role, o.id AS "departmentId", o.name AS "departmentName"
  FROM post p JOIN person n ON n.id = p.person_id JOIN organisation o ON o.id = p.organisation_id`;

/** @throws DomainError `post-not-found`: nobody holds it today */
export async function deskOf(manager: EntityManager, postId: string): Promise<Desk> {
  const [desk] = await manager.query<Desk[]>(`${SELECT} WHERE p.id = $1 AND ${AT_WORK}`, [postId]);
  if (!desk) {
    throw unprocessable('post-not-found', '所选岗位不存在或现在无人在岗；请重新选择。', {
      field: 'post',
    });
  }
  return desk;
}

/**
 * Departments that may take a case's task over: the one that has it, and those of its line whose area
 * the case lies in (the same body at another level, and its branches). Aliases: t task, c case, h the
 * department that has it, o the candidate.
 */
const OF_THE_LINE = `
  o.id = h.id OR (h.line IS NOT NULL AND (o.line = h.line OR h.line = ANY(o.also_lines))
    AND o.kind <> 'window' AND (
      (o.region IS NOT NULL AND (c.region = o.region OR starts_with(c.region, o.region)
        OR (o.level = 'city' AND left(c.region, 4) = left(o.region, 4))))
      OR c.region = ANY(o.service_area)))`;

/** The departments the task may be handed to, its own first. */
export function departmentsFor(
  manager: EntityManager,
  taskId: string,
): Promise<{ id: string; name: string; level: string }[]> {
  return manager.query(
    `SELECT o.id, o.name, o.level FROM task t
       JOIN cases c ON c.number = t.case_number
       JOIN organisation h ON h.id = t.department_id
       JOIN organisation o ON ${OF_THE_LINE}
      WHERE t.id = $1
      ORDER BY o.id <> h.id, o.level, o.id`,
    [taskId],
  );
}

/** People at their desks, by department; only those whose role the task asks for, when `role` is given. */
export function desksIn(
  manager: EntityManager,
  departments: string[],
  role: string | null = null,
): Promise<Desk[]> {
  return manager.query<Desk[]>(
    `${SELECT} WHERE p.organisation_id = ANY($1) AND ($2::text IS NULL OR p.role = $2) AND ${AT_WORK}
      ORDER BY o.id, n.name, p.id`,
    [departments, role],
  );
}

/** Desks anywhere, by a piece of a person's or department's name, for sign-offs and copies. */
export function findDesks(manager: EntityManager, words: string): Promise<Desk[]> {
  return manager.query<Desk[]>(
    `${SELECT} WHERE ${AT_WORK}
        AND (strpos(n.name, $1) > 0 OR strpos(o.name, $1) > 0 OR strpos(p.title, $1) > 0)
      ORDER BY o.id, n.name, p.id LIMIT 50`,
    [words],
  );
}

/** The sign-offs of tasks as their handler and those who sign see them. */
import type { EntityManager } from 'typeorm';
import type { SignOffDto } from './sign-off.dto.js';

/** Oldest first, those that are withdrawn too. */
export function signOffsOf(manager: EntityManager, tasks: string[]): Promise<SignOffDto[]> {
  return manager.query<SignOffDto[]>(
    `SELECT s.id, s.task_id AS "taskId", s.place, s.rule, s.ratio::float8 AS ratio, s.reason,
            coalesce(p.name, s.person_id) AS "byName", s.state, s.created_at AS "createdAt",
            (SELECT coalesce(jsonb_agg(jsonb_build_object(
                      'position', m.position, 'name', n.name, 'departmentName', o.name,
                      'state', m.state, 'opinion', m.opinion, 'answeredAt', m.answered_at)
                    ORDER BY m.position), '[]')
               FROM sign_off_member m JOIN person n ON n.id = m.person_id
               LEFT JOIN organisation o ON o.id = m.department_id
              WHERE m.sign_off_id = s.id) AS members
       FROM sign_off s LEFT JOIN person p ON p.id = s.person_id
      WHERE s.task_id = ANY($1) ORDER BY s.created_at, s.id`,
    [tasks],
  );
}

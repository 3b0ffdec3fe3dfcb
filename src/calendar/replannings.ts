/** What publications of the calendar moved, and how many cases have been told of it. */
import type { EntityManager } from 'typeorm';
import type { ReplanningDto } from './calendar.dto.js';

const LAST = 20;

/** The last ones, newest first; only one when its id is given. */
export function listReplannings(manager: EntityManager, id?: string): Promise<ReplanningDto[]> {
  return manager.query<ReplanningDto[]>(
    `SELECT r.id::text AS id, r.year, r.version, r.at, r.cases, r.earlier, r.later,
            r.became_known AS "becameKnown", r.pending, r.milliseconds,
            count(c.*) FILTER (WHERE c.tell)::int AS "toTell",
            count(c.*) FILTER (WHERE c.tell AND c.told_at IS NOT NULL)::int AS told
       FROM (SELECT * FROM calendar_replanning WHERE $1::bigint IS NULL OR id = $1
              ORDER BY id DESC LIMIT ${LAST}) r
       LEFT JOIN case_replanning c ON c.replanning_id = r.id
      GROUP BY r.id, r.year, r.version, r.at, r.cases, r.earlier, r.later, r.became_known,
               r.pending, r.milliseconds
      ORDER BY r.id DESC`,
    [id ?? null],
  );
}

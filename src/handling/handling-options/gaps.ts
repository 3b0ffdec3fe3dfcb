/** Materials a 容缺 promise lists: which are still to come, and until when. */
import type { EntityManager } from 'typeorm';

export interface Gap {
  code: string;
  name: string;
  handedIn: boolean;
  /** null before the acceptance, with which the days begin. */
  dueAt: Date | null;
  /** Whether the applicant's task to hand them in waits now. */
  open: boolean;
  caseNumber: string;
}

/** Of the case, its matter and its parts. Access has been checked. */
export function gapsOf(manager: EntityManager, caseNumber: string): Promise<Gap[]> {
  return manager.query<Gap[]>(
    `SELECT m.code, coalesce((SELECT d ->> 'name' FROM jsonb_array_elements(i.data -> 'materials') d
                               WHERE d ->> 'code' = m.code LIMIT 1), m.code) AS name,
            EXISTS (SELECT 1 FROM case_material h WHERE h.material_code = m.code
                       AND h.case_number IN (c.number, c.parent_number)) AS "handedIn",
            coalesce(t.due_at, to_timestamp((a.data ->> 'supplementUntil')::float8 / 1000)) AS "dueAt",
            coalesce(t.state = 'open', false) AS open, c.number AS "caseNumber"
       FROM cases c
       JOIN signed_promise s ON s.case_number = c.number AND s.kind = 'gaps'
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       CROSS JOIN jsonb_array_elements_text(s.letter -> 'materials') AS m (code)
       LEFT JOIN LATERAL (SELECT l.data FROM legal_move l WHERE l.case_number = c.number
                             AND l.act = 'accept-with-gaps' AND NOT l.superseded
                           ORDER BY l.at DESC LIMIT 1) a ON true
       LEFT JOIN LATERAL (SELECT t.due_at, t.state FROM task t WHERE t.case_number = c.number
                             AND t.act = 'fill-gaps' ORDER BY t.opened_at DESC LIMIT 1) t ON true
      WHERE $1 IN (c.number, c.parent_number)
         OR c.number = (SELECT parent_number FROM cases WHERE number = $1)
      ORDER BY c.number, m.code`,
    [caseNumber],
  );
}

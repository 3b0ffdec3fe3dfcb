/** The history of operations on one task, in people's words: who did what, to whom, and why. */
import type { EntityManager } from 'typeorm';

export interface TaskHistoryEntry {
  at: Date;
  /** The verb: claim, transfer, delegate …, or `opened`, `completed`, `cancelled`. */
  verb: string;
  person: string | null;
  /** Whose deputy the person was. */
  inNameOf: string | null;
  /** Whom it went to or was asked of, with departments. */
  to: string[];
  outcome: string | null;
  opinion: string | null;
}

/** Oldest first. */
export function taskHistory(manager: EntityManager, taskId: string): Promise<TaskHistoryEntry[]> {
  return manager.query<TaskHistoryEntry[]>(
    `SELECT l.at, regexp_replace(l.kind, '^task-', '') AS verb, p.name AS person,
            (SELECT name FROM person WHERE id = l.data ->> 'inNameOf') AS "inNameOf",
            ARRAY(SELECT n.name FROM person n WHERE n.id IN (l.data ->> 'toPerson', l.data ->> 'person',
                     l.data ->> 'fromPerson')
                     OR l.data -> 'people' ? n.id
                  UNION ALL
                  SELECT o.name FROM organisation o
                   WHERE o.id = l.data ->> 'to' AND l.data ->> 'toPerson' IS NULL
                  UNION ALL SELECT l.name WHERE l.kind IN ('returned', 'recalled')) AS "to",
            coalesce((SELECT x ->> 'name' FROM task t, jsonb_array_elements(t.outcomes) x
                       WHERE t.id = l.task_id AND x ->> 'id' = l.outcome), l.outcome) AS outcome,
            l.opinion
       FROM timeline l LEFT JOIN person p ON p.id = l.person_id
      WHERE l.task_id = $1 AND NOT l.superseded
        AND (l.kind NOT IN ('task-return', 'task-recall') OR NOT EXISTS (
          SELECT 1 FROM timeline d WHERE d.task_id = $1 AND d.id > l.id AND NOT d.superseded
             AND d.kind IN ('returned', 'recalled')))
      ORDER BY l.id`,
    [taskId],
  );
}

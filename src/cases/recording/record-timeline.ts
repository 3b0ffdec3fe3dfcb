/** The timeline's new lines, as `record` appends them. */
import type { EntityManager } from 'typeorm';
import type { RecordInput, TimelineEntry } from '../../../workflows/contracts/case.js';
import { taskId } from './record-tasks.js';

/** Lines that say who did it. */
const BY_A_PERSON = new Set([
  'task-completed',
  'migrated',
  'modified',
  'returned',
  'recalled',
  'legal',
]);

/** Silence completes tasks too, in nobody's name. */
const isByLaw = ({ data }: TimelineEntry): boolean =>
  typeof data === 'object' && data !== null && 'by' in data && data.by === 'law';

export async function writeTimeline(manager: EntityManager, input: RecordInput): Promise<void> {
  if (input.timeline.length === 0) return;
  const rows = input.timeline.map((entry) => ({
    ...entry,
    task_id: entry.taskKey && taskId(input.caseNumber, entry.taskKey),
    ...(BY_A_PERSON.has(entry.kind) &&
      !isByLaw(entry) && {
        person_id: input.actor?.person,
        post_id: input.actor?.post,
      }),
  }));
  await manager.query(
    `INSERT INTO timeline (case_number, step, cause, at, kind, element, name, task_id, person_id,
                           post_id, department_id, outcome, opinion, data)
     SELECT $1, $2, $3, to_timestamp(t.at / 1000), t.kind, coalesce(t.element, task.element),
            coalesce(t.name, task.name), t.task_id, t.person_id, t.post_id, task.department_id,
            t.outcome, t.opinion, t.data
       FROM ROWS FROM (jsonb_to_recordset($4::jsonb) AS (
              at float8, kind text, element text, name text, task_id text, person_id text,
              post_id text, outcome text, opinion text, data jsonb))
            WITH ORDINALITY AS t(at, kind, element, name, task_id, person_id, post_id, outcome,
                                 opinion, data, position)
       LEFT JOIN task ON task.id = t.task_id
      ORDER BY t.position`,
    [input.caseNumber, input.step, input.cause, JSON.stringify(rows)],
  );
}

/** What the published processes begin with besides a person, as rows that an event is looked up in. */
import type { EntityManager } from 'typeorm';
import type { ProcessModel, TimerDefinition } from '../../../bpmn/model/process.js';
import { fixedName, startsOf } from '../../../bpmn/model/starts.js';

interface StartRow {
  element: string;
  place: number;
  entry: string;
  kind: string;
  name: string | null;
  timer: TimerDefinition | null;
}

/**
 * Keeps the starts of a process as it is published now; part of publishing. A timer that stays as it
 * was keeps its time and what the administrator set for it.
 */
export async function writeStarts(manager: EntityManager, model: ProcessModel): Promise<void> {
  const rows = JSON.stringify(rowsOf(model));
  const given = `jsonb_to_recordset($2::jsonb) AS given(
    element text, place int, entry text, kind text, name text, timer jsonb)`;
  await manager.query(
    `DELETE FROM process_start
      WHERE process_id = $1 AND (element, place) NOT IN (SELECT element, place FROM ${given})`,
    [model.id, rows],
  );
  await manager.query(
    `INSERT INTO process_start (process_id, element, place, entry, kind, name, timer)
     SELECT $1, element, place, entry, kind, name, timer FROM ${given}
     ON CONFLICT (process_id, element, place) DO UPDATE
       SET entry = excluded.entry, kind = excluded.kind, name = excluded.name,
           timer = excluded.timer, since = now(), planned = false, next_at = NULL, cycle = NULL,
           problem = NULL
     WHERE (process_start.entry, process_start.kind, process_start.name, process_start.timer)
           IS DISTINCT FROM (excluded.entry, excluded.kind, excluded.name, excluded.timer)`,
    [model.id, rows],
  );
}

/** Conditions are not among them: without a case there is nothing to look at. */
function rowsOf(model: ProcessModel): StartRow[] {
  return startsOf(model).flatMap(({ entry, element, definition, place }) => {
    const { type: kind } = definition;
    if (kind !== 'message' && kind !== 'signal' && kind !== 'timer') return [];
    const timer = definition.type === 'timer' ? definition.timer : null;
    return [{ element, place, entry, kind, name: fixedName(definition) ?? null, timer }];
  });
}

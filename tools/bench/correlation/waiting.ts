/** Waiting cases: real ones, and rows of generated ones for the figures of looking up. */
import type { DataSource } from 'typeorm';
import { BY_HANDLER, diagram, type Stage } from '../../../test/workflow/stage.js';

/** A task, with a message by its form's key and a signal heard beside it. */
export const WAITS = diagram(
  'waits',
  `<startEvent id="start"/>
   <userTask id="desk" name="经办" ${BY_HANDLER}/>
   <boundaryEvent id="told" attachedToRef="desk" cancelActivity="false">
     <messageEventDefinition messageRef="go"/></boundaryEvent>
   <boundaryEvent id="alarmed" attachedToRef="desk" cancelActivity="false">
     <signalEventDefinition signalRef="alarm"/></boundaryEvent>
   <endEvent id="end"/><endEvent id="end2"/><endEvent id="end3"/>
   <sequenceFlow id="f1" sourceRef="start" targetRef="desk"/>
   <sequenceFlow id="f2" sourceRef="desk" targetRef="end"/>
   <sequenceFlow id="f3" sourceRef="told" targetRef="end2"/>
   <sequenceFlow id="f4" sourceRef="alarmed" targetRef="end3"/>`,
).replace(
  '<process ',
  `<message id="go" name="go"><extensionElements>
     <zeebe:subscription xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" correlationKey="=form.area"/>
   </extensionElements></message><signal id="alarm" name="alarm"/><process `,
);

/** Opens real cases, some at a time; the key of each is `real-<place>`. */
export async function openWaiting(stage: Stage, count: number): Promise<string[]> {
  const numbers: string[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (next < count) {
        const place = next++;
        numbers[place] = await stage.submit('waits', { form: { area: `real-${place}` } });
      }
    }),
  );
  return numbers;
}

/** Rows of cases that wait like `model`, with the keys `row-<place>`; no workflow is behind them. */
export async function generateWaiting(
  dataSource: DataSource,
  model: string,
  count: number,
): Promise<void> {
  await dataSource.query(
    `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, lead_department, state, submitted_at, step)
     SELECT 'row-' || place, item_code, item_version, item_name, process_id, model_hash,
            calendar_version, region, applicant_id, lead_department, state, submitted_at, 1
       FROM cases, generate_series(1, $2) AS place WHERE number = $1`,
    [model, count],
  );
  await dataSource.query(
    `INSERT INTO subscription (case_number, id, element, kind, name, key)
     SELECT 'row-' || place, 'told~1', 'told', 'message', 'go', 'row-' || place
       FROM generate_series(1, $1) AS place`,
    [count],
  );
  await dataSource.query('ANALYZE subscription');
}

/** How often each case took the signal. */
export async function timesTaken(
  dataSource: DataSource,
  signal: string,
): Promise<Map<string, number>> {
  const rows = await dataSource.query<{ case_number: string; count: number }[]>(
    `SELECT case_number, count(*)::int AS count FROM case_step
      WHERE cause = $1 AND NOT superseded GROUP BY 1`,
    [`signal:${signal}`],
  );
  return new Map(rows.map(({ case_number, count }) => [case_number, count]));
}

/**
 * What a case throws along a message flow of its collaboration: it opens a case of the other pool, or
 * goes to the one that is part of the same collaboration. A collaboration is named after the case with
 * which it began.
 */
import type { EntityManager } from 'typeorm';
import type { MessageTarget, ProcessModel } from '../../../bpmn/model/process.js';
import { fixedName, messageAwaitedAt, startsOf } from '../../../bpmn/model/starts.js';
import { publishedModel } from '../../definitions/index.js';
import { itemsOf } from './starts.js';
import type { ThrownRow } from '../subscriptions/index.js';

/** Where a message flow leads on this platform. */
export type FlowEnd =
  | { opens: string; startedBy: { startEvent: string; message?: string }; collaboration: string }
  | { reaches: string; name: string; key: string | null };

type Thrown = Pick<ThrownRow, 'case_number' | 'element' | 'name' | 'key'>;

/**
 * Undefined = no message flow, or none whose other end is handled here: then the message finds its
 * receiver by name and key.
 */
export async function flowEnd(
  manager: EntityManager,
  thrown: Thrown,
): Promise<FlowEnd | undefined> {
  const [row] = await manager.query<{ target: MessageTarget | null; collaboration: string }[]>(
    `SELECT coalesce(collaboration, number) AS collaboration,
            (SELECT model->'messageFlows'->$2 FROM process_version
              WHERE hash = model_hash LIMIT 1) AS target
       FROM cases WHERE number = $1`,
    [thrown.case_number, thrown.element],
  );
  if (!row?.target) return undefined;
  const { collaboration, target } = row;
  const [item] = await itemsOf(manager, target.process);
  if (item === undefined) return undefined;
  const { model } = await publishedModel(manager, target.process);
  const start = startAt(model, target, thrown.name);
  if (!start) return partner(manager, thrown, collaboration, target, model);
  const message = fixedName(start.definition);
  const startedBy = { startEvent: start.entry, ...(message !== undefined && { message }) };
  return { opens: item, startedBy, collaboration };
}

const startAt = (model: ProcessModel, { element }: MessageTarget, name: string) =>
  startsOf(model).find((start) =>
    element === undefined
      ? start.definition.type === 'message' && fixedName(start.definition) === name
      : start.element === element,
  );

/** The case of the other pool: one that waits for it already, else the one that opened first. */
async function partner(
  manager: EntityManager,
  thrown: Thrown,
  collaboration: string,
  { process, element }: MessageTarget,
  model: ProcessModel,
): Promise<FlowEnd | undefined> {
  const name = (element && messageAwaitedAt(model, element)) ?? thrown.name;
  const [found] = await manager.query<{ number: string; key: string | null }[]>(
    `SELECT number, key FROM cases
       LEFT JOIN subscription ON case_number = number AND kind = 'message' AND name = $3
        AND (key IS NULL OR $4::text IS NULL OR key = $4)
      WHERE (number = $1 OR collaboration = $1) AND process_id = $2 AND NOT ended
      ORDER BY subscription.seq NULLS LAST, submitted_at, number LIMIT 1`,
    [collaboration, process, name, thrown.key],
  );
  return found && { reaches: found.number, name, key: thrown.key ?? found.key };
}

/**
 * Whether a published diagram waits for this message at the end of a message flow: then only cases say it
 * (BPMN 2.0.2, 9.4: what one participant of a collaboration says to another).
 */
export async function isSaidByADiagram(manager: EntityManager, name: string): Promise<boolean> {
  const targets = await manager.query<{ process: string | null; element: string | null }[]>(
    `SELECT DISTINCT flow.value->>'process' AS process, flow.value->>'element' AS element
       FROM process_version CROSS JOIN LATERAL json_each(model->'messageFlows') flow
      WHERE flow.value->>'element' IS NOT NULL`,
  );
  const ids = targets.map(({ process }) => process);
  const models = await manager.query<{ id: string; model: ProcessModel }[]>(
    `SELECT DISTINCT ON (process_id, hash) process_id AS id, model FROM process_version
      WHERE process_id = ANY($1) AND model IS NOT NULL`,
    [ids],
  );
  return targets.some(({ process, element }) =>
    models.some(
      ({ id, model }) => id === process && element && messageAwaitedAt(model, element) === name,
    ),
  );
}

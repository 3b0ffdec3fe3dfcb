/** What follows of an act by itself on a later day: planned with it, in the same transaction. */
import { randomUUID } from 'node:crypto';
import type { Act, Doing } from './act.js';

export interface Planned<Asked> {
  /** Id of the thing. */
  key: string;
  /** `YYYY-MM-DD`; days that are past plan nothing. */
  day: string;
  asked: Asked;
  before: object;
}

/** They wait as if their keeper had asked for each. */
export async function planLater<Asked extends object>(
  { manager, by }: Doing,
  { kind, act }: Act<Asked>,
  planned: readonly Planned<Asked>[],
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map((one) => ({ ...one, id: randomUUID() }));
  await manager.query(
    `INSERT INTO register_change (id, kind, key, act, asked, before, valid_from, state, person_id,
       post_id, territory)
     SELECT id, $2, key, $3, asked, before, day, 'waiting', $4, $5, $6
       FROM jsonb_to_recordset($1) AS r (id uuid, key text, day date, asked jsonb, before jsonb)
      WHERE day > current_date`,
    [JSON.stringify(rows), kind, act, by.personId, by.postId, by.territory],
  );
}

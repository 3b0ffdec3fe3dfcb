/** What cases wait for, as `record` writes it. */
import type { EntityManager } from 'typeorm';
import type { RecordInput } from '../../../workflows/contracts/case.js';
import { offerEarlier } from './matching.js';
import { lockPlaces } from './places.js';

type Subscription = RecordInput['subscriptions'][number];

const SAME = `old.kind = s.kind AND old.name = s.name AND old.key IS NOT DISTINCT FROM s.key`;
const GIVEN = `jsonb_to_recordset($2::jsonb) AS s(id text, element text, kind text, name text, key text)`;

/**
 * Adds those of the case's full set that are not there yet; the others keep their place in the order
 * of waiting. The new ones are given what was published before they waited.
 */
export async function addSubscriptions(
  manager: EntityManager,
  { caseNumber, subscriptions }: Pick<RecordInput, 'caseNumber' | 'subscriptions'>,
): Promise<void> {
  if (subscriptions.length === 0) return;
  const fresh = await notThere(manager, caseNumber, subscriptions);
  if (fresh.length === 0) return;
  const messages = fresh.filter(({ kind }) => kind === 'message');
  await lockPlaces(
    manager,
    messages.map(({ name, key }) => ({ name, key, caseNumber })),
  );
  // Never an update: it would lock rows that nobody changes.
  const other = fresh.filter(({ replaces }) => replaces).map(({ id }) => id);
  if (other.length > 0) {
    await manager.query(`DELETE FROM subscription WHERE case_number = $1 AND id = ANY($2)`, [
      caseNumber,
      other,
    ]);
  }
  await manager.query(
    `INSERT INTO subscription (case_number, id, element, kind, name, key)
     SELECT $1, id, element, kind, name, key FROM ${GIVEN} ON CONFLICT DO NOTHING`,
    [caseNumber, JSON.stringify(fresh)],
  );
  if (messages.length > 0) await offerEarlier(manager, caseNumber, messages);
}

/** `replaces`: a step that never happened had another subscription of this id. */
function notThere(
  manager: EntityManager,
  caseNumber: string,
  subscriptions: Subscription[],
): Promise<(Subscription & { replaces: boolean })[]> {
  return manager.query(
    `SELECT s.*, old.id IS NOT NULL AS replaces FROM ${GIVEN}
       LEFT JOIN subscription old ON old.case_number = $1 AND old.id = s.id
      WHERE old.id IS NULL OR NOT (${SAME})`,
    [caseNumber, JSON.stringify(subscriptions)],
  );
}

/** Where the item says so, who accepted a case does not decide it. */
import type { EntityManager } from 'typeorm';
import { ACCEPTANCES } from '../../../workflows/law/index.js';
import { conflict } from '../../platform/errors.js';

export interface Hands {
  /** Persons who accepted it, or the matter of which it is a part. */
  acceptedBy: readonly string[];
  /** The item wants acceptance and decision in different hands. */
  separate: boolean;
}

/** Whether these may not complete a task that is the act, for the other act was one's of them. */
export function isOneHand(
  act: string | null,
  people: readonly string[],
  { separate, acceptedBy }: Hands,
): boolean {
  return act === 'decide' && separate && people.some((person) => acceptedBy.includes(person));
}

/**
 * @param people who acts, and in whose name
 * @throws DomainError 409 `accepted-by-you`
 */
export async function requireOtherHands(
  manager: EntityManager,
  { case_number: number, act }: { case_number: string; act: string | null },
  people: readonly string[],
): Promise<void> {
  if (act !== 'decide') return;
  const [hands] = await manager.query<Hands[]>(
    `SELECT ARRAY(SELECT DISTINCT person_id FROM legal_move
                   WHERE case_number IN (c.number, c.parent_number)
                     AND act = ANY ($2) AND NOT superseded
                     AND person_id IS NOT NULL) AS "acceptedBy",
            coalesce((i.data ->> 'separateHands')::boolean, false) AS separate
       FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1`,
    [number, ACCEPTANCES],
  );
  if (!hands || !isOneHand(act, people, hands)) return;
  throw conflict(
    'accepted-by-you',
    '按该事项的规定，受理人不得作出决定；请退回任务，由同岗位的同事办理。',
  );
}

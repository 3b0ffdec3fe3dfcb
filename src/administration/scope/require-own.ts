/** What a keeper above set stays until it is undone above: a county does not take back what the city did. */
import type { EntityManager } from 'typeorm';
import { forbidden } from '../../platform/errors.js';
import type { Keeper } from './keeper.js';

/** A thing of the register, and the acts that set what is to be undone. */
interface Setting {
  kind: string;
  key: string;
  acts: readonly string[];
}

/**
 * Who did it last is read off the history; what nobody is known to have done is the city's.
 * @throws DomainError `set-above`
 */
export async function requireOwn(
  manager: EntityManager,
  keeper: Keeper,
  { kind, key, acts }: Setting,
): Promise<void> {
  const [last] = await manager.query<{ territory: string | null }[]>(
    `SELECT territory FROM register_change
      WHERE kind = $1 AND key = $2 AND act = ANY($3) AND state = 'applied'
      ORDER BY valid_from DESC, made_at DESC LIMIT 1`,
    [kind, key, acts],
  );
  requireSameTerritory(keeper, last?.territory ?? null);
}

/** @throws DomainError `set-above` unless it was done for the keeper's own territory, or the city's looks at it */
export function requireSameTerritory({ territory }: Keeper, doneFor: string | null): void {
  if (territory === null || territory === doneFor) return;
  throw forbidden('set-above', '这是市级管理员办理的，只能由市级管理员变更；请联系市级管理员。');
}

/** What a line would change before it does: the act itself, in a transaction that is undone. */
import type { EntityManager } from 'typeorm';
import { performUndone, type Act } from '../changes/index.js';
import type { Keeper } from '../scope/index.js';
import type { AuthorityKey } from './acts.js';
import { outcomesOf } from './outcomes.js';

export interface ChangedOutcome {
  area: string;
  areaName: string;
  before: string | null;
  after: string | null;
}

export interface AuthorityPreview {
  /** Places where another body would get the task. */
  changed: ChangedOutcome[];
  /** Running cases of the item there: they stay with who has them. */
  running: number;
}

/** @throws DomainError what the act itself refuses */
export async function previewAuthority<Asked extends AuthorityKey>(
  manager: EntityManager,
  act: Act<Asked>,
  by: Keeper,
  asked: Asked,
): Promise<AuthorityPreview> {
  const before = await outcomesOf(manager, asked);
  const after = await performUndone(manager, act, { by, asked }, (inner) =>
    outcomesOf(inner, asked),
  );
  const [row] = await manager.query<{ running: number }[]>(
    `SELECT count(*)::int AS running FROM cases
      WHERE item_code = $1 AND NOT ended AND region = ANY($2)`,
    [asked.item, before.map(({ area }) => area)],
  );
  const changed = after.flatMap(({ area, areaName, body, bodyName }) => {
    const old = before.find((one) => one.area === area);
    return old?.body === body
      ? []
      : [{ area, areaName, before: old?.bodyName ?? null, after: bodyName }];
  });
  return { changed, running: row!.running };
}

/** Looks through the whole chain of the audit log for what was changed, taken out or slipped in. */
import type { EntityManager } from 'typeorm';
import { LINE, START, sealed, type ChainHead, type WrittenLine } from './chain.js';

/** A finding; `line` is the audit log's id where one is known. */
export interface ChainFault {
  /**
   * `changed`: the line or its seal is not what was sealed. `missing`: a sealed line or a seal is gone.
   * `unsealed`: a line that nobody sealed within a minute. `other-head`: the chain does not go through
   * the head it was asked for.
   */
  what: 'changed' | 'missing' | 'unsealed' | 'other-head';
  sequence: number | null;
  line: string | null;
}

export interface ChainCheck {
  /** Seals looked at. */
  checked: number;
  head: ChainHead;
  faults: ChainFault[];
}

/** A seal, and the line it is of, as long as that is there. */
type Sealed = { sequence: string; auditId: string; digest: string } & (
  | WrittenLine
  | { [Column in keyof WrittenLine]: null }
);

/** Seals read at a time. */
const PAGE = 5_000;
/** Findings of each kind that are told; one change is followed by no others. */
const TOLD = 100;

/** @param expected a head written down earlier, which the chain must still go through */
export async function checkChain(
  manager: EntityManager,
  expected?: ChainHead,
): Promise<ChainCheck> {
  const faults: ChainFault[] = [];
  let head = START;
  let checked = 0;
  let through = expected === undefined || expected.sequence === 0;
  for (;;) {
    const page = await pageAfter(manager, head.sequence);
    for (const row of page) {
      const fault = faultOf(row, head);
      if (fault && faults.length < TOLD) faults.push(fault);
      // What stands there goes on, so that one change is one finding.
      head = { sequence: Number(row.sequence), digest: row.digest };
      if (head.sequence === expected?.sequence) through = head.digest === expected.digest;
    }
    checked += page.length;
    if (page.length < PAGE) break;
  }
  if (!through)
    faults.push({ what: 'other-head', sequence: expected?.sequence ?? null, line: null });
  return { checked, head, faults: [...faults, ...(await forgotten(manager))] };
}

function pageAfter(manager: EntityManager, sequence: number): Promise<Sealed[]> {
  return manager.query<Sealed[]>(
    `SELECT s.sequence, s.audit_id AS "auditId", s.digest, ${LINE}
     FROM audit_seal s LEFT JOIN audit a ON a.id = s.audit_id
     WHERE s.sequence > $1 ORDER BY s.sequence LIMIT ${PAGE}`,
    [sequence],
  );
}

function faultOf(row: Sealed, before: ChainHead): ChainFault | null {
  const sequence = Number(row.sequence);
  const fault = { sequence, line: row.auditId };
  if (sequence !== before.sequence + 1)
    return { what: 'missing', sequence: before.sequence + 1, line: null };
  if (row.id === null) return { what: 'missing', ...fault };
  const { digest } = sealed(before, row);
  return digest === row.digest ? null : { what: 'changed', ...fault };
}

/** Lines that should have been sealed long ago: slipped in past the trigger, or nobody is sealing. */
async function forgotten(manager: EntityManager): Promise<ChainFault[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT a.id FROM audit a WHERE a.at < now() - interval '1 minute'
       AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.audit_id = a.id)
     ORDER BY a.id LIMIT ${TOLD}`,
  );
  return rows.map(({ id }) => ({ what: 'unsealed' as const, sequence: null, line: id }));
}

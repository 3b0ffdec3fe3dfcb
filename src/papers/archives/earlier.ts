/**
 * A case that went on after the e-archive had signed for its package – voided, delivered late, decided
 * anew – gets a new package, which names the one before it. The old one stays, as it was received.
 */
import type { EntityManager } from 'typeorm';
import { isoDates, type Dated } from '../../platform/database/dates.js';
import { IS_PART } from './parts.js';

/** The package that a new one follows. */
export interface EarlierPackage {
  id: string;
  /** SM3, hex. */
  digest: string;
  receiptNumber: string | null;
  /** ISO 8601. */
  receivedAt: string;
}

/** SQL: the case of package `a` and its parts, whose packages it holds. */
const WHOLE = `(SELECT a.case_number
  UNION ALL SELECT k.number FROM cases k WHERE k.parent_number = a.case_number AND ${IS_PART})`;

/** SQL: whether the case of package `a`, or a part of it, has had acts or papers since it was packed. */
export const GONE_ON = `(a.state = 'received' AND (
  EXISTS (SELECT 1 FROM legal_move m
           WHERE m.case_number IN ${WHOLE} AND m.at > a.packed_at AND m.act <> 'archive'
             AND NOT m.superseded)
  OR EXISTS (SELECT 1 FROM official_document d
              WHERE d.case_number IN ${WHOLE} AND d.issued_at > a.packed_at
                AND d.signature IS NOT NULL)))`;

const KEPT = `id, case_number, requested_at, file_key, size, digest, files, packed_at, checked_at,
  handed_over_at, received_at, receipt_number, follows, checks_made, checks_taken, retention`;

/** Makes room for a case's next package, if it has gone on since the last was received. */
export async function setAside(manager: EntityManager, caseNumber: string): Promise<void> {
  await manager.query(
    `WITH old AS (
       DELETE FROM archive_package a WHERE case_number = $1 AND ${GONE_ON} RETURNING ${KEPT})
     INSERT INTO earlier_archive_package (${KEPT}) SELECT ${KEPT} FROM old`,
    [caseNumber],
  );
}

/** SQL: the package that the next one of case `$1` follows; null = it is the first. */
export const LAST_RECEIVED = `(SELECT id FROM earlier_archive_package WHERE case_number = $1
  ORDER BY received_at DESC, id LIMIT 1)`;

/** What a package follows; null = it is its case's first. */
export async function followedBy(
  manager: EntityManager,
  id: string,
): Promise<EarlierPackage | null> {
  const [row] = await manager.query<Dated<EarlierPackage, 'receivedAt'>[]>(
    `SELECT e.id, e.digest, e.receipt_number AS "receiptNumber", e.received_at AS "receivedAt"
       FROM archive_package a JOIN earlier_archive_package e ON e.id = a.follows WHERE a.id = $1`,
    [id],
  );
  return row ? isoDates(row) : null;
}

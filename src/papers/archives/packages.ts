/** Packages and where they stand: asked for, packed, checked, handed over, received. */
import type { EntityManager } from 'typeorm';
import type { Retention } from '../../../workflows/item-types/index.js';
import { audit } from '../../people/index.js';
import { conflict, notFound } from '../../platform/errors.js';
import { FIRST_PAGE, type PageKey } from '../../platform/http/index.js';

import { GONE_ON, LAST_RECEIVED, setAside } from './earlier.js';
import { IS_PART } from './parts.js';
import type { Finding, PropertyCheck } from './properties.js';

export type PackageState = 'due' | 'packed' | 'checked' | 'handed-over' | 'received' | 'failed';

export interface PackagePart {
  caseNumber: string;
  itemName: string;
  /** Null = nobody has asked for its package yet. */
  state: PackageState | null;
  receiptNumber: string | null;
}

export interface PackageView {
  id: string;
  caseNumber: string;
  itemName: string;
  department: string;
  state: PackageState;
  requestedAt: Date;
  size: number | null;
  /** SM3 of the package, hex. */
  digest: string | null;
  files: number;
  findings: Pick<Finding, 'code' | 'message'>[];
  /** How long it is kept and on which ground; null = not packed yet. */
  retention: Retention | null;
  /** The four properties as they were found where it was made; null = not checked yet. */
  made: PropertyCheck[] | null;
  /** … and where it was taken in. */
  taken: PropertyCheck[] | null;
  packedAt: Date | null;
  checkedAt: Date | null;
  handedOverAt: Date | null;
  receivedAt: Date | null;
  receiptNumber: string | null;
  /** The package before it, with the number of its receipt; null = the case's first. */
  follows: { id: string; receiptNumber: string | null } | null;
  /** Of a 一件事: the packages that it holds, as they are now. */
  parts: PackagePart[];
  /** The case has had acts or papers since: a new package is due. */
  outdated: boolean;
  /** Why it does not go on yet; the platform tries again. */
  problem: string | null;
}

/** The newest of each case, and those that were received before it. */
const EVERY = `
  (SELECT id, case_number, state, requested_at, file_key, size, digest, files, findings, packed_at,
          checked_at, handed_over_at, received_at, receipt_number, last_error, follows, checks_made,
          checks_taken, retention, true AS newest
     FROM archive_package
   UNION ALL
   SELECT id, case_number, 'received', requested_at, file_key, size, digest, files, '[]', packed_at,
          checked_at, handed_over_at, received_at, receipt_number, NULL, follows, checks_made,
          checks_taken, retention, false
     FROM earlier_archive_package)`;

const VIEW = `
  SELECT a.id, a.case_number AS "caseNumber", c.item_name AS "itemName",
         coalesce(o.name, c.lead_department) AS department, a.state,
         a.requested_at AS "requestedAt", a.size::int, a.digest, jsonb_array_length(a.files) AS files,
         a.findings, a.checks_made AS made, a.checks_taken AS taken, a.retention, a.packed_at AS "packedAt", a.checked_at AS "checkedAt",
         a.handed_over_at AS "handedOverAt", a.received_at AS "receivedAt",
         a.receipt_number AS "receiptNumber",
         CASE WHEN e.id IS NOT NULL THEN
           jsonb_build_object('id', e.id, 'receiptNumber', e.receipt_number) END AS follows,
         ARRAY(SELECT jsonb_build_object('caseNumber', k.number, 'itemName', k.item_name,
                        'state', kp.state, 'receiptNumber', kp.receipt_number)
                 FROM cases k LEFT JOIN archive_package kp ON kp.case_number = k.number
                WHERE k.parent_number = a.case_number AND ${IS_PART} ORDER BY k.number) AS parts,
         a.newest AND ${GONE_ON} AS outdated,
         CASE WHEN a.state <> 'received' THEN a.last_error END AS problem
    FROM ${EVERY} a JOIN cases c ON c.number = a.case_number
    LEFT JOIN earlier_archive_package e ON e.id = a.follows
    LEFT JOIN organisation o ON o.id = c.lead_department`;

export interface PackageQuery {
  /** Only cases this department leads; null = all. */
  department: string | null;
  state?: string;
  caseNumber?: string;
  after?: PageKey;
}

export const PAGE = 50;

/** Newest first; one more than a page tells whether there are more. */
export function packagesOf(
  manager: EntityManager,
  { department, state, caseNumber, after = FIRST_PAGE }: PackageQuery,
): Promise<PackageView[]> {
  return manager.query(
    `${VIEW}
      WHERE ($1::text IS NULL OR c.lead_department = $1) AND ($2::text IS NULL OR a.state = $2)
        AND ($3::text IS NULL OR a.case_number = $3)
        AND ($4::timestamptz IS NULL
             OR (date_trunc('milliseconds', a.requested_at), a.id) < ($4, $5::uuid))
      ORDER BY date_trunc('milliseconds', a.requested_at) DESC, a.id DESC LIMIT ${PAGE + 1}`,
    [department, state ?? null, caseNumber ?? null, ...after],
  );
}

/** The newest of a case, for those who handle it; null = nobody has asked for one. */
export async function archiveOf(
  manager: EntityManager,
  caseNumber: string,
): Promise<PackageView | null> {
  const [row] = await manager.query<PackageView[]>(
    `${VIEW} WHERE a.case_number = $1 AND a.newest`,
    [caseNumber],
  );
  return row ?? null;
}

/** @throws DomainError `package-not-found`, also for another department's */
export async function packageOf(
  manager: EntityManager,
  id: string,
  department: string | null,
): Promise<PackageView & { fileKey: string | null }> {
  const [row] = await manager.query<(PackageView & { fileKey: string | null })[]>(
    `SELECT found.*, p.file_key AS "fileKey" FROM (${VIEW} WHERE a.id = $1
        AND ($2::text IS NULL OR c.lead_department = $2)) found
       JOIN ${EVERY} p ON p.id = found.id`,
    [id, department],
  );
  if (row) return row;
  throw notFound('package-not-found', '没有这个归档包，或不属于您的部门。');
}

/**
 * The act of archiving within a case asks for its package; it is made once the case is over.
 * Called by `record`; repeats ask once.
 */
export async function requestByAct(
  manager: EntityManager,
  { caseNumber, step, moves = [] }: { caseNumber: string; step: number; moves?: { act: string }[] },
): Promise<void> {
  if (!moves.some(({ act }) => act === 'archive')) return;
  await setAside(manager, caseNumber);
  await manager.query(
    `INSERT INTO archive_package (case_number, state, requested_step, follows)
     VALUES ($1, 'due', $2, ${LAST_RECEIVED})
     ON CONFLICT (case_number) DO NOTHING`,
    [caseNumber, step],
  );
}

/** A step that never happened asked for nothing. */
export async function withdrawRequest(
  manager: EntityManager,
  { caseNumber, step }: { caseNumber: string; step: number },
): Promise<void> {
  await manager.query(
    `DELETE FROM archive_package
      WHERE case_number = $1 AND requested_step >= $2 AND state = 'due'`,
    [caseNumber, step],
  );
}

/** What a case still waits for before it can be packed; null = nothing. */
export async function notReady(manager: EntityManager, caseNumber: string): Promise<string | null> {
  const [row] = await manager.query<{ ended: boolean; open: number }[]>(
    `SELECT c.ended, (SELECT count(*)::int FROM official_document d WHERE d.case_number = c.number
              AND d.state IN ('awaiting-approval', 'returned', 'sealing')) AS open
       FROM cases c WHERE c.number = $1`,
    [caseNumber],
  );
  if (!row) return '没有这个办件。';
  if (!row.ended) return '办件尚未办结，办结后才能归档。';
  return row.open > 0 ? `还有 ${row.open} 份文书没有出具，出具后自动归档。` : null;
}

/**
 * Asks for a case's package, lets a failed one begin anew, or follows one that was received before the
 * case went on.
 * @throws DomainError `case-not-found`, `archive-not-ready`, `archive-under-way`
 */
export async function requestPackage(
  manager: EntityManager,
  caseNumber: string,
  department: string | null,
  by: { person: string; post: string | null },
): Promise<string> {
  const [known] = await manager.query<unknown[]>(
    `SELECT 1 FROM cases WHERE number = $1 AND ($2::text IS NULL OR lead_department = $2)`,
    [caseNumber, department],
  );
  if (!known) {
    throw notFound('case-not-found', `没有办件 ${caseNumber}，或不由您的部门承办。请核对编号。`);
  }
  const reason = await notReady(manager, caseNumber);
  if (reason) throw conflict('archive-not-ready', reason);
  const id = await askFor(manager, caseNumber, by);
  if (id) return id;
  throw conflict('archive-under-way', '这个办件已在归档或已归档，请在归档列表中查看。');
}

/**
 * Asks for a case's package where none is under way or stands.
 * @returns its id; null = one is under way, or was received and nothing has happened since
 */
export async function askFor(
  manager: EntityManager,
  caseNumber: string,
  by: { person: string | null; post: string | null },
): Promise<string | null> {
  await setAside(manager, caseNumber);
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO archive_package (case_number, state, requested_by, requested_post, follows)
     VALUES ($1, 'due', $2, $3, ${LAST_RECEIVED})
     ON CONFLICT (case_number) DO UPDATE SET state = 'due', findings = '[]', last_error = NULL,
       checks_made = NULL, checks_taken = NULL,
       attempts = 0, next_attempt_at = now(), requested_by = $2, requested_post = $3
       WHERE archive_package.state = 'failed'
     RETURNING id`,
    [caseNumber, by.person, by.post],
  );
  if (rows.length === 0) return null;
  await audit(manager, {
    ...by,
    act: 'archive.request',
    target: `case:${caseNumber}`,
    outcome: 'done',
  });
  return rows[0]!.id;
}

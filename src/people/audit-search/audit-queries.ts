/** The audit log as an auditor reads it: the newest first, a page at a time. */
import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor } from '../../platform/http/index.js';
import type { AuditChainDto, AuditEntryDto, AuditListDto, AuditQuery } from './audit.dto.js';
import { headOf } from '../audit/index.js';

const PAGE = 50;

/** Whatever of a case the log may name. */
const TARGETS_OF_CASE = (at: string) => `
  SELECT 'case:' || ${at}
  UNION ALL SELECT 'task:' || id FROM task WHERE case_number = ${at}
  UNION ALL SELECT 'document:' || id FROM official_document WHERE case_number = ${at}
  UNION ALL SELECT 'licence:' || identifier FROM licence WHERE case_number = ${at}
  UNION ALL SELECT 'file:' || file_id FROM case_material
     WHERE case_number = ${at} AND file_id IS NOT NULL
  UNION ALL SELECT 'incident:' || id FROM incident WHERE case_number = ${at}
  UNION ALL SELECT 'card:' || id FROM card WHERE case_number = ${at}
  UNION ALL SELECT 'order:' || id FROM supervision_order WHERE case_number = ${at}`;

/** A condition of the search: what it needs, and its SQL for the parameter's place. */
const CONDITIONS: { of: keyof AuditQuery; sql: (at: string) => string }[] = [
  {
    of: 'person',
    sql: (at) => `a.person_id IN (SELECT id FROM person WHERE id = ${at} OR name = ${at})`,
  },
  { of: 'target', sql: (at) => `a.target = ${at}` },
  { of: 'case', sql: (at) => `a.target IN (${TARGETS_OF_CASE(at)})` },
  { of: 'address', sql: (at) => `a.address = ${at}` },
  { of: 'trace', sql: (at) => `a.trace = ${at}` },
  { of: 'outcome', sql: (at) => `a.outcome = ${at}` },
  { of: 'from', sql: (at) => `a.at >= ${at}::timestamptz` },
  { of: 'until', sql: (at) => `a.at < ${at}::timestamptz` },
  {
    of: 'act',
    sql: (at) =>
      `CASE WHEN right(${at}, 1) = '.' THEN starts_with(a.act, ${at}) ELSE a.act = ${at} END`,
  },
];

/** @throws DomainError `bad-cursor` */
export async function searchAudit(
  manager: EntityManager,
  query: AuditQuery,
): Promise<AuditListDto> {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = CONDITIONS.filter(({ of }) => query[of]).map(({ of, sql }) =>
    sql(place(query[of])),
  );
  if (query.cursor) {
    const [at, id] = decodeCursor(query.cursor);
    where.push(`(a.at, a.id) < (${place(at)}::timestamptz, ${place(id)}::bigint)`);
  }
  const rows = await manager.query<(AuditEntryDto & { exactAt: string })[]>(
    `SELECT a.id::text AS id, a.at, a.at::text AS "exactAt", a.person_id AS person,
            n.name AS "personName", p.title AS "postTitle", a.act, a.target, a.outcome, a.detail,
            a.address, a.trace,
            s.sequence::float8 AS sequence
     FROM audit a LEFT JOIN person n ON n.id = a.person_id LEFT JOIN post p ON p.id = a.post_id
     LEFT JOIN audit_seal s ON s.audit_id = a.id
     ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
     ORDER BY a.at DESC, a.id DESC LIMIT ${PAGE + 1}`,
    values,
  );
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE).map(({ exactAt: _, ...row }) => row),
    next: last ? encodeCursor([last.exactAt, last.id]) : null,
  };
}

/** Where the chain stands. */
export async function chainState(manager: EntityManager): Promise<AuditChainDto> {
  const { sequence, digest } = await headOf(manager);
  const [{ waiting }] = await manager.query<[{ waiting: number }]>(
    `SELECT count(*)::int AS waiting FROM audit_unsealed`,
  );
  return { sealed: sequence, waiting, digest };
}

/** The audit log as an auditor reads it: the newest first, a page at a time. */
import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor } from '../../platform/http/index.js';
import type { AuditChainDto, AuditEntryDto, AuditListDto, AuditQuery } from './audit.dto.js';
import { headOf, LOOK_ACTS } from '../audit/index.js';

const PAGE = 50;
/** More than the platform knows. */
const MOST_ACTS = 1_000;

/** Whatever of the cases the log may name. @param cases SQL that gives their numbers */
const targetsOfCases = (cases: string): string => `
  WITH these AS MATERIALIZED (${cases})
  SELECT 'case:' || number FROM these
  UNION ALL SELECT 'task:' || id FROM task WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'document:' || id FROM official_document WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'licence:' || identifier FROM licence WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'incident:' || id FROM incident WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'card:' || id FROM card WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'order:' || id FROM supervision_order WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'credit:' || id FROM credit_record WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'benefit-line:' || id FROM benefit_line WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'text-message:' || id FROM notification WHERE case_number IN (TABLE these)
  UNION ALL SELECT 'file:' || file_id FROM case_material
     WHERE case_number IN (TABLE these) AND file_id IS NOT NULL
  UNION ALL SELECT 'file:' || unnest(a.files) FROM supervision_act a
     WHERE a.card_id IN (SELECT id FROM card WHERE case_number IN (TABLE these))
        OR a.order_id IN (SELECT id FROM supervision_order WHERE case_number IN (TABLE these))`;

const PEOPLE = (at: string): string => `SELECT id FROM person WHERE id = ${at} OR name = ${at}`;

/** Looks at somebody's data by others: their registers, and whatever of cases that they applied for. */
const looksAt = (at: string): string => `
  a.act = ANY('{${LOOK_ACTS.join(',')}}') AND a.person_id NOT IN (${PEOPLE(at)}) AND a.target IN (
    SELECT 'person:' || id FROM person WHERE id = ${at} OR name = ${at}
    UNION ALL SELECT 'file:' || id FROM stored_file WHERE owner_person IN (${PEOPLE(at)})
    UNION ALL (${targetsOfCases(`SELECT number FROM cases WHERE applicant_id IN (${PEOPLE(at)})
                                    OR agent_id IN (${PEOPLE(at)})`)}))`;

/** A condition of the search: what it needs, and its SQL for the parameter's place. */
const CONDITIONS: { of: keyof AuditQuery; sql: (at: string) => string }[] = [
  {
    of: 'person',
    sql: (at) =>
      `a.person_id IN (SELECT id FROM person WHERE id = ${at} OR strpos(name, ${at}) > 0)`,
  },
  { of: 'looked', sql: looksAt },
  { of: 'target', sql: (at) => `a.target = ${at}` },
  {
    of: 'case',
    sql: (at) => `a.target IN (${targetsOfCases(`SELECT number FROM cases WHERE number = ${at}`)})`,
  },
  { of: 'address', sql: (at) => `a.address = ${at}` },
  { of: 'trace', sql: (at) => `a.trace = ${at}` },
  { of: 'outcome', sql: (at) => `a.outcome = ${at}` },
  { of: 'from', sql: (at) => `a.at >= ${at}::timestamptz` },
  { of: 'until', sql: (at) => `a.at < ${at}::timestamptz` },
  {
    of: 'act',
    sql: (at) => `(a.act = ANY(string_to_array(${at}, ',')) OR EXISTS (
      SELECT 1 FROM unnest(string_to_array(${at}, ',')) AS kind
       WHERE right(kind, 1) = '.' AND starts_with(a.act, kind)))`,
  },
];

/** The conditions in SQL; `place` takes a value and gives its place. */
function conditionsOf(query: AuditQuery, place: (value: unknown) => string): string {
  const where = CONDITIONS.filter(({ of }) => query[of]).map(({ of, sql }) =>
    sql(place(query[of])),
  );
  if (query.cursor) {
    const [at, id] = decodeCursor(query.cursor);
    where.push(`(a.at, a.id) < (${place(at)}::timestamptz, ${place(id)}::bigint)`);
  }
  return where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
}

/** @throws DomainError `bad-cursor` */
export const searchAudit = (manager: EntityManager, query: AuditQuery): Promise<AuditListDto> =>
  pageOf(manager, query, PAGE);

/** So many lines from the cursor on, the newest first. @throws DomainError `bad-cursor` */
export async function pageOf(
  manager: EntityManager,
  query: AuditQuery,
  size: number,
): Promise<AuditListDto> {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = conditionsOf(query, place);
  const rows = await manager.query<(AuditEntryDto & { exactAt: string })[]>(
    `SELECT a.id::text AS id, a.at, a.at::text AS "exactAt", a.person_id AS person,
            n.name AS "personName", p.title AS "postTitle", a.act, a.target, a.outcome, a.detail,
            a.address, a.trace,
            s.sequence::float8 AS sequence
     FROM audit a LEFT JOIN person n ON n.id = a.person_id LEFT JOIN post p ON p.id = a.post_id
     LEFT JOIN audit_seal s ON s.audit_id = a.id
     ${where}
     ORDER BY a.at DESC, a.id DESC LIMIT ${place(size + 1)}::int`,
    values,
  );
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    items: rows.slice(0, size).map(({ exactAt: _, ...row }) => row),
    next: last ? encodeCursor([last.exactAt, last.id]) : null,
  };
}

/** How many lines a search finds, counted no further than to `most`. */
export async function countUpTo(
  manager: EntityManager,
  query: AuditQuery,
  most: number,
): Promise<number> {
  const values: unknown[] = [];
  const where = conditionsOf(query, (value) => `$${values.push(value)}`);
  const [{ count }] = await manager.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM audit a ${where} LIMIT ${most}) AS found`,
    values,
  );
  return count;
}

/** The acts that stand in the log, each found by one step through the index. */
export async function actsInLog(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ act: string }[]>(
    `WITH RECURSIVE known AS (
       (SELECT act FROM audit ORDER BY act LIMIT 1)
       UNION ALL
       SELECT (SELECT a.act FROM audit a WHERE a.act > k.act ORDER BY a.act LIMIT 1)
         FROM known k WHERE k.act IS NOT NULL)
     SELECT act FROM known WHERE act IS NOT NULL ORDER BY act LIMIT ${MOST_ACTS}`,
  );
  return rows.map(({ act }) => act);
}

/** Where the chain stands. */
export async function chainState(manager: EntityManager): Promise<AuditChainDto> {
  const { sequence, digest } = await headOf(manager);
  const [{ waiting }] = await manager.query<[{ waiting: number }]>(
    `SELECT count(*)::int AS waiting FROM audit_unsealed`,
  );
  return { sealed: sequence, waiting, digest };
}

/** The tree as the pages show it, on the day that it is. */
import type { EntityManager } from 'typeorm';
import { noOrganisation } from './acts.js';

export interface OrganisationRow {
  id: string;
  name: string;
  kind: string;
  line: string | null;
  level: 'city' | 'county' | 'township' | 'village';
  region: string | null;
  parent: string | null;
  vertical: boolean;
  validFrom: string;
  validTo: string | null;
  /** Bodies directly below, those that are closed left out. */
  below: number;
  /** Whether the asker keeps it. */
  kept: boolean;
}

/** More bodies have no parent in common, nor a name that says something. */
const MOST = 500;

/** `$1` is the keeper's territory. */
const ROW = `SELECT o.id, o.name, o.kind, o.line, o.level, o.region, o.parent_id AS parent, o.vertical,
    o.valid_from::text AS "validFrom", o.valid_to::text AS "validTo",
    (SELECT count(*)::int FROM organisation b WHERE b.parent_id = o.id
        AND (b.valid_to IS NULL OR b.valid_to > current_date)) AS below,
    coalesce($1::text IS NULL OR u.county = $1, false) AS kept
  FROM organisation o LEFT JOIN unit u ON u.id = o.id`;

const THERE = `(o.valid_to IS NULL OR o.valid_to > current_date)`;
const ORDER = `ORDER BY array_position(ARRAY['city', 'county', 'township', 'village'], o.level),
  o.kind <> 'government', o.region NULLS LAST, o.name, o.id LIMIT ${MOST}`;

export interface Sought {
  parent?: string;
  /** Words in the name, or the beginning of a credit code or an id. */
  q?: string;
  /** Also those that are closed. */
  closed?: boolean;
}

/** Those below a body; without one those without a parent. Or those that words find. */
export function listOrganisations(
  manager: EntityManager,
  territory: string | null,
  { parent, q, closed = false }: Sought,
): Promise<OrganisationRow[]> {
  const words = q?.trim();
  if (words)
    return manager.query<OrganisationRow[]>(
      `${ROW} WHERE (strpos(o.name, $2) > 0 OR starts_with(o.credit_code, $2) OR starts_with(o.id, $2))
         AND ($3 OR ${THERE}) ${ORDER}`,
      [territory, words, closed],
    );
  return manager.query<OrganisationRow[]>(
    `${ROW} WHERE o.parent_id IS NOT DISTINCT FROM $2 AND ($3 OR ${THERE}) ${ORDER}`,
    [territory, parent ?? null, closed],
  );
}

export interface OrganisationDetail extends OrganisationRow {
  alsoLines: string[];
  serviceArea: string[];
  serviceAreaNames: string[];
  regionName: string | null;
  creditCode: string | null;
  inNameOf: string | null;
  inNameOfName: string | null;
  /** From the top down to the body above. */
  above: { id: string; name: string }[];
  /** What hangs on it today. */
  posts: number;
  openTasks: number;
  runningCases: number;
  powers: number;
}

/** @throws DomainError `organisation-not-found` */
export async function readOrganisation(
  manager: EntityManager,
  territory: string | null,
  id: string,
): Promise<OrganisationDetail> {
  const [row] = await manager.query<OrganisationDetail[]>(
    `WITH shown AS (${ROW} WHERE o.id = $2)
     SELECT s.*, o.also_lines AS "alsoLines", o.service_area AS "serviceArea",
       ARRAY(SELECT r.name FROM region r WHERE r.code = ANY(o.service_area) ORDER BY r.code)
         AS "serviceAreaNames",
       (SELECT r.name FROM region r WHERE r.code = o.region) AS "regionName",
       o.credit_code AS "creditCode", o.in_name_of AS "inNameOf",
       (SELECT b.name FROM organisation b WHERE b.id = o.in_name_of) AS "inNameOfName",
       (WITH RECURSIVE up AS (
          SELECT a.id, a.name, a.parent_id, 1 AS height FROM organisation a WHERE a.id = o.parent_id
          UNION ALL SELECT a.id, a.name, a.parent_id, height + 1 FROM organisation a
            JOIN up ON a.id = up.parent_id WHERE height < 20)
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name)
                  ORDER BY up.height DESC), '[]') FROM up) AS above,
       (SELECT count(*)::int FROM post p WHERE p.organisation_id = o.id
          AND (p.valid_to IS NULL OR p.valid_to > current_date)) AS posts,
       (SELECT count(*)::int FROM task t WHERE t.department_id = o.id
          AND t.state IN ('open', 'completing')) AS "openTasks",
       (SELECT count(*)::int FROM cases c WHERE c.lead_department = o.id AND NOT c.ended)
         AS "runningCases",
       (SELECT count(*)::int FROM item_authority i
         WHERE o.id IN (i.organisation_id, i.in_name_of, i.regulator)) AS powers
     FROM shown s JOIN organisation o ON o.id = s.id`,
    [territory, id],
  );
  if (!row) throw noOrganisation(id);
  return row;
}

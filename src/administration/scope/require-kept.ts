import type { EntityManager } from 'typeorm';
import { CITY_ROLES } from '../../people/index.js';
import { forbidden } from '../../platform/errors.js';
import type { Keeper } from './keeper.js';

/** What an act is about; it is the keeper's only when all of it is. */
export interface Grounds {
  /** Ids of bodies; those that are not there yet are looked at once they are. */
  organisations?: readonly (string | null | undefined)[];
  /** Codes of regions. */
  regions?: readonly string[];
  /** Lines (条) of whose tasks it disposes: those of a vertical body are the city's everywhere (条块). */
  lines?: readonly string[];
  /** Persons: kept by whoever keeps every post that they hold, of which there is one. */
  people?: readonly string[];
  /** Something of the whole city. */
  wholeCity?: boolean;
}

/**
 * Nothing that lies outside the keeper's territory, not in part.
 * @throws DomainError `not-yours-to-keep` naming the first that does
 */
export async function requireKept(
  manager: EntityManager,
  { territory }: Keeper,
  { organisations = [], regions = [], lines = [], people = [], wholeCity }: Grounds,
): Promise<void> {
  if (territory === null) return;
  if (wholeCity) throw outside('全市的事项');
  const region = regions.find((code) => !code.startsWith(territory));
  if (region !== undefined) throw outside(`区划 ${region}`);
  const ids = organisations.filter((id) => typeof id === 'string');
  const other =
    (await bodyBeyond(manager, territory, ids)) ??
    (await verticalAmong(manager, lines)) ??
    (await personBeyond(manager, territory, people));
  if (other !== null) throw outside(other);
}

async function bodyBeyond(
  manager: EntityManager,
  territory: string,
  ids: readonly string[],
): Promise<string | null> {
  if (ids.length === 0) return null;
  const [body] = await manager.query<{ name: string }[]>(
    `SELECT o.name FROM organisation o JOIN unit u ON u.id = o.id
      WHERE o.id = ANY($1) AND u.county IS DISTINCT FROM $2 LIMIT 1`,
    [ids, territory],
  );
  return body?.name ?? null;
}

async function verticalAmong(
  manager: EntityManager,
  lines: readonly string[],
): Promise<string | null> {
  if (lines.length === 0) return null;
  const [body] = await manager.query<{ name: string }[]>(
    `SELECT name FROM organisation WHERE line = ANY($1) AND vertical
        AND (valid_to IS NULL OR valid_to > current_date) ORDER BY id LIMIT 1`,
    [lines],
  );
  return body ? `${body.name}所属条线的职权` : null;
}

/** Of citizens, firms and whoever else holds no post here nothing is kept; nor of who acts for the city. */
async function personBeyond(
  manager: EntityManager,
  territory: string,
  people: readonly string[],
): Promise<string | null> {
  if (people.length === 0) return null;
  const [row] = await manager.query<{ name: string | null }[]>(
    `SELECT b.name FROM unnest($1::text[]) n (id) LEFT JOIN LATERAL (
        SELECT o.name, u.county IS DISTINCT FROM $2 OR p.role = ANY($3) AS beyond
          FROM post p JOIN organisation o ON o.id = p.organisation_id JOIN unit u ON u.id = o.id
         WHERE p.person_id = n.id AND (p.valid_to IS NULL OR p.valid_to > current_date)
         ORDER BY beyond DESC LIMIT 1) b ON true
      WHERE b.beyond IS NOT FALSE LIMIT 1`,
    [people, territory, CITY_ROLES],
  );
  if (!row) return null;
  return row.name === null ? '没有在任岗位的人员' : `在${row.name}任职的人员`;
}

const outside = (what: string) =>
  forbidden(
    'not-yours-to-keep',
    `${what}不在您管理的县（市、区）范围内（垂直管理的机构、全市性的岗位由市级管理员管理）；请联系市级管理员。`,
  );

import type { EntityManager } from 'typeorm';
import { forbidden } from '../../platform/errors.js';
import type { Keeper } from './keeper.js';

/** What an act is about; it is the keeper's only when all of it is. */
export interface Grounds {
  /** Ids of bodies; those that are not there yet are looked at once they are. */
  organisations?: readonly (string | null | undefined)[];
  /** Codes of regions. */
  regions?: readonly string[];
  /** Persons: kept by whoever keeps every post that they hold. */
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
  { organisations = [], regions = [], people = [], wholeCity }: Grounds,
): Promise<void> {
  if (territory === null) return;
  if (wholeCity) throw outside('全市的事项');
  const region = regions.find((code) => !code.startsWith(territory));
  if (region !== undefined) throw outside(`区划 ${region}`);
  const [body] = await manager.query<{ name: string }[]>(
    `SELECT o.name FROM organisation o JOIN unit u ON u.id = o.id
      WHERE o.id = ANY($1) AND u.county IS DISTINCT FROM $2 LIMIT 1`,
    [organisations.filter((id) => typeof id === 'string'), territory],
  );
  if (body) throw outside(body.name);
  const [elsewhere] = await manager.query<{ name: string }[]>(
    `SELECT o.name FROM post p JOIN organisation o ON o.id = p.organisation_id
       JOIN unit u ON u.id = o.id
      WHERE p.person_id = ANY($1) AND u.county IS DISTINCT FROM $2
        AND (p.valid_to IS NULL OR p.valid_to > current_date) LIMIT 1`,
    [people, territory],
  );
  if (elsewhere) throw outside(`在${elsewhere.name}任职的人员`);
}

const outside = (what: string) =>
  forbidden(
    'not-yours-to-keep',
    `${what}不在您管理的县（市、区）范围内（垂直管理的机构由市级管理员管理）；请联系市级管理员。`,
  );

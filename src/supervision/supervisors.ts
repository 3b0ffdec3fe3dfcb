/** Who supervises a unit by their post. */
import type { EntityManager } from 'typeorm';
import { AT_WORK, scopeOf, type Scope, type SessionPost } from '../people/index.js';

/** So many supervising posts are looked at. */
const MOST = 1_000;

const BOUNDS = ['line', 'county', 'township', 'seatCounty'] as const;
type Unit = Record<(typeof BOUNDS)[number], string | null>;

const boundsOf = (scope: Scope) => BOUNDS.filter((bound) => scope[bound] !== undefined);
const holds = (scope: Scope, unit: Unit): boolean =>
  !scope.nothing && boundsOf(scope).every((bound) => scope[bound] === unit[bound]);

/** The nearest only: who supervises its township, its county or its line before who supervises the city. */
export async function nearestSupervisors(
  manager: EntityManager,
  department: string,
): Promise<string[]> {
  const [unit] = await manager.query<Unit[]>(
    `SELECT line, county, township, seat_county AS "seatCounty" FROM unit WHERE id = $1`,
    [department],
  );
  if (!unit) return [];
  const posts = await manager.query<
    ({ person: string; role: string } & SessionPost['organisation'])[]
  >(
    `SELECT p.person_id AS person, p.role, o.id, o.name, o.line, o.level, o.region
       FROM post p JOIN person n ON n.id = p.person_id JOIN organisation o ON o.id = p.organisation_id
      WHERE p.role = 'supervisor' AND ${AT_WORK} ORDER BY p.id LIMIT ${MOST}`,
  );
  const supervising = posts
    .map(({ person, role, ...organisation }) => ({
      ...{ person, scope: scopeOf({ post: { role, organisation } }) },
    }))
    .filter(({ scope }) => holds(scope, unit))
    .map(({ person, scope }) => ({ person, near: boundsOf(scope).length }));
  const nearest = Math.max(...supervising.map(({ near }) => near));
  return supervising.filter(({ near }) => near === nearest).map(({ person }) => person);
}

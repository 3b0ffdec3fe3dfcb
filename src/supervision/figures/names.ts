/** What the groups of a board or statistic are called; the page names what has a fixed name. */
import type { DataSource } from 'typeorm';
import type { Scope } from '../../people/index.js';

interface Named {
  key: string;
  name: string;
}

/** SQL that gives `key, name` of the given keys ($1). A line has no row of its own: the page names it. */
const NAMES: Record<string, string> = {
  county: `SELECT code AS key, name FROM region WHERE code = ANY ($1)
    UNION ALL SELECT id, name FROM organisation WHERE id = ANY ($1) AND kind = 'zone'`,
  township: `SELECT code AS key, name FROM region WHERE code = ANY ($1)
    UNION ALL SELECT id, name FROM organisation WHERE id = ANY ($1) AND kind = 'zone'`,
  department: `SELECT id AS key, name FROM organisation WHERE id = ANY ($1)`,
  item: `SELECT DISTINCT ON (code) code AS key, name FROM item WHERE code = ANY ($1)
    ORDER BY code, version DESC`,
  handler: `SELECT id AS key, name FROM person WHERE id = ANY ($1)`,
};

/** Fills in the names; a row whose key has none keeps the one it has. */
export async function nameRows(
  dataSource: DataSource,
  group: string,
  rows: Map<string, Named>,
): Promise<void> {
  const sql = NAMES[group];
  if (!sql || rows.size === 0) return;
  const found = await dataSource.query<Named[]>(sql, [[...rows.keys()]]);
  for (const { key, name } of found) rows.get(key)!.name = name;
}

/** Whom somebody supervises, by name: so that a county's figures are not taken for the city's. */
export async function nameScope(
  dataSource: DataSource,
  { nothing, line, county, township, seatCounty }: Scope,
): Promise<{ place: string | null; line: string | null }> {
  if (nothing) return { place: null, line: null };
  const key = township ?? county ?? seatCounty;
  const [found] = await dataSource.query<{ name: string }[]>(
    `SELECT name FROM region WHERE code = $1 OR $1::text IS NULL AND level = 'city'
      UNION ALL SELECT name FROM organisation WHERE id = $1 AND kind = 'zone' LIMIT 1`,
    [key ?? null],
  );
  return { place: found?.name ?? key ?? null, line: line ?? null };
}

/** Versions of one licence: each takes the place of the one before it, and all rest on the first one's grant. */
import type { DataSource, EntityManager } from 'typeorm';

/** SQL: the versions that began with the licences a case ended in, theirs and all later ones. @param parameter such as `$1` */
export const lineOfCase = (parameter: string): string => `
  WITH RECURSIVE line AS (
    SELECT identifier FROM licence WHERE case_number = ${parameter}
    UNION
    SELECT l.identifier FROM licence l JOIN line ON l.replaces = line.identifier)`;

/** Identifiers of what is still valid of the licences that a case ended in, in whatever version. */
export async function validLicencesOf(
  database: Pick<DataSource, 'query'>,
  caseNumber: string,
): Promise<string[]> {
  const rows = await database.query<{ identifier: string }[]>(
    `${lineOfCase('$1')}
     SELECT identifier FROM licence JOIN line USING (identifier) WHERE state = 'valid'
      ORDER BY identifier`,
    [caseNumber],
  );
  return rows.map(({ identifier }) => identifier);
}

/** Cases of a version and of all before it, the one that granted the licence first; empty where there is none of that identifier. */
export async function casesOfLine(manager: EntityManager, identifier: string): Promise<string[]> {
  const rows = await manager.query<{ caseNumber: string }[]>(
    `WITH RECURSIVE line AS (
       SELECT case_number, replaces, 0 AS back FROM licence WHERE identifier = $1
       UNION ALL
       SELECT l.case_number, l.replaces, back + 1
         FROM licence l JOIN line ON l.identifier = line.replaces)
     SELECT case_number AS "caseNumber" FROM line ORDER BY back DESC`,
    [identifier],
  );
  return rows.map(({ caseNumber }) => caseNumber);
}

/** A version whose case it is took the place of an earlier one, and it or a later one is valid: without its case nobody would hold any. */
export async function replacementOf(
  manager: EntityManager,
  caseNumber: string,
): Promise<{ number: string; name: string } | undefined> {
  const [row] = await manager.query<{ number: string; name: string }[]>(
    `${lineOfCase('$1')}
     SELECT number, kind AS name FROM licence
      WHERE case_number = $1 AND replaces IS NOT NULL
        AND EXISTS (SELECT 1 FROM line JOIN licence l USING (identifier) WHERE l.state = 'valid')
      ORDER BY identifier LIMIT 1`,
    [caseNumber],
  );
  return row;
}

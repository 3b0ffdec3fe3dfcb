/** Who is told of what comes to a body, or of a case. */
import type { EntityManager } from 'typeorm';

/** So many of one body are told at most. */
const MOST = 200;

/** Who holds a post of the body today, of the role where it is given; auditors handle nothing. */
export async function peopleOfBody(
  manager: EntityManager,
  organisation: string | null,
  role: string | null = null,
): Promise<string[]> {
  if (organisation === null) return [];
  const rows = await manager.query<{ person: string }[]>(
    `SELECT DISTINCT p.person_id AS person FROM post p JOIN person n ON n.id = p.person_id
      WHERE p.organisation_id = $1 AND p.role <> 'auditor' AND ($2::text IS NULL OR p.role = $2)
        AND p.valid_from <= current_date AND (p.valid_to IS NULL OR p.valid_to > current_date)
        AND n.locked_at IS NULL
      ORDER BY 1 LIMIT ${MOST}`,
    [organisation, role],
  );
  return rows.map(({ person }) => person);
}

/** A case as those are told of it whose it is. */
export interface ToldCase {
  item: string;
  /** The applicant, and who applied for them. */
  people: string[];
  parent: string | null;
  /** The promised end of its limit, else the law's. */
  due: Date | null;
}

/** @throws Error when there is no such case */
export async function toldCase(manager: EntityManager, caseNumber: string): Promise<ToldCase> {
  const [row] = await manager.query<ToldCase[]>(
    `SELECT item_name AS item, array_remove(ARRAY[applicant_id, agent_id], NULL) AS people,
            parent_number AS parent, coalesce(promised_due_at, due_at) AS due
       FROM cases WHERE number = $1`,
    [caseNumber],
  );
  if (!row) throw new Error(`there is no case ${caseNumber}`);
  return row;
}

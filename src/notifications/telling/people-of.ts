/** Who is told of what comes to a body, or of a case. */
import type { EntityManager } from 'typeorm';
import { AT_WORK, peopleOf } from '../../people/index.js';

/** So many of one body are told at most. */
const MOST = 200;

interface Body {
  /** null = none, and nobody. */
  organisation: string | null;
  /** Those of this role only. */
  role?: string | null;
  /** The case it is about: nobody is told as staff of their own. */
  caseNumber?: string | null;
}

/** Who handles tasks in the body today. */
export async function peopleOfBody(
  manager: EntityManager,
  { organisation, role = null, caseNumber = null }: Body,
): Promise<string[]> {
  if (organisation === null) return [];
  const rows = await manager.query<{ person: string }[]>(
    `SELECT DISTINCT p.person_id AS person FROM post p JOIN person n ON n.id = p.person_id
      WHERE p.organisation_id = $1 AND ($2::text IS NULL OR p.role = $2) AND ${AT_WORK}
        AND NOT EXISTS (SELECT 1 FROM cases c
              WHERE c.number = $3 AND p.person_id IN (c.applicant_id, c.agent_id))
      ORDER BY 1 LIMIT ${MOST}`,
    [organisation, role, caseNumber],
  );
  return rows.map(({ person }) => person);
}

/** A case as those are told of it whose it is. */
export interface ToldCase {
  item: string;
  /** Of the item (`workflows/item-types`). */
  type: string;
  /** The applicant, and who applied for them. */
  people: string[];
  parent: string | null;
  /** The promised end of its limit, else the law's. */
  due: Date | null;
}

/** @throws Error when there is no such case */
export async function toldCase(manager: EntityManager, caseNumber: string): Promise<ToldCase> {
  const [row] = await manager.query<ToldCase[]>(
    `SELECT item_name AS item, coalesce(item_type, '') AS type,
            ${peopleOf('cases')} AS people,
            parent_number AS parent, coalesce(promised_due_at, due_at) AS due
       FROM cases WHERE number = $1`,
    [caseNumber],
  );
  if (!row) throw new Error(`there is no case ${caseNumber}`);
  return row;
}

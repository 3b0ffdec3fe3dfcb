/** Documents that are a case's result, not a notice on the way to it: what is delivered at its end. */
import type { EntityManager } from 'typeorm';
import { kindOf } from './kinds/index.js';

export const RESULTS: readonly string[] = [
  'licence',
  'grant-decision',
  'deemed-renewal-notice',
  'refusal-decision',
  'service-refusal-notice',
  'not-accepted-decision',
  'filing-receipt',
  'benefit-notice',
];

/** Names of results that are drafted but not approved and sealed yet: nobody can be given them. */
export async function resultsUnderWay(
  manager: EntityManager,
  caseNumbers: string[],
): Promise<string[]> {
  const rows = await manager.query<{ kind: string }[]>(
    `SELECT DISTINCT kind FROM official_document
      WHERE case_number = ANY($1) AND kind = ANY($2)
        AND state IN ('awaiting-approval', 'returned', 'sealing')`,
    [caseNumbers, RESULTS],
  );
  return rows.map(({ kind }) => kindOf(kind).name);
}

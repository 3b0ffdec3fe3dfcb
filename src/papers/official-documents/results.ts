/** Documents that are a case's result, not a notice on the way to it: what is delivered at its end. */
import type { EntityManager } from 'typeorm';
import { kindOf, nameOf } from './kinds/index.js';

export const RESULTS: readonly string[] = [
  'licence',
  'grant-decision',
  'deemed-renewal-notice',
  'refusal-decision',
  'service-refusal-notice',
  'not-accepted-decision',
  'filing-receipt',
  'benefit-notice',
  'cancellation-decision',
];

/** Names of results that are drafted but not approved and sealed yet: nobody can be given them. */
export async function resultsUnderWay(
  manager: EntityManager,
  caseNumbers: string[],
): Promise<string[]> {
  const rows = await manager.query<{ kind: string; itemType: string }[]>(
    `SELECT DISTINCT d.kind, i.type AS "itemType"
       FROM official_document d JOIN cases c ON c.number = d.case_number
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE d.case_number = ANY($1) AND d.kind = ANY($2)
        AND d.state IN ('awaiting-approval', 'returned', 'sealing')`,
    [caseNumbers, RESULTS],
  );
  return rows.map(({ kind, itemType }) => nameOf(kindOf(kind), itemType));
}

/** 电子: a result's read receipt. The applicant who chose it has the result when they open it. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { TRANSITIONS } from '../../../workflows/law/index.js';
import { insertCommand, type CommandRow } from '../../cases/index.js';
import { RESULTS } from './results.js';

/**
 * Inside the transaction that notes the reading. Only once the case has ended: before, the diagram
 * has the last word on how it goes on.
 * @returns the act 送达 to send, or null when the document is no result, comes on paper, or was delivered
 */
export async function readReceipt(
  manager: EntityManager,
  document: string,
  reader: { personId: string; name: string },
): Promise<CommandRow | null> {
  const [row] = await manager.query<{ caseNumber: string }[]>(
    `SELECT c.number AS "caseNumber" FROM official_document d JOIN cases c ON c.number = d.case_number
      WHERE d.id = $1 AND d.kind = ANY($2) AND c.ended AND c.delivered_at IS NULL
        AND c.state = ANY($3) AND coalesce(c.form ->> 'deliveryMethod', 'electronic') = 'electronic'
        AND NOT EXISTS (SELECT 1 FROM command k WHERE k.case_number = c.number
                           AND k.kind = 'legal' AND k.status = 'pending')`,
    [document, RESULTS, TRANSITIONS.deliver.from],
  );
  if (!row) return null;
  return insertCommand(manager, {
    id: randomUUID(),
    caseNumber: row.caseNumber,
    kind: 'legal',
    actor: { personId: reader.personId },
    payload: { act: 'deliver', data: { way: 'electronic', receiver: reader.name } },
  });
}

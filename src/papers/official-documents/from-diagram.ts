/**
 * Documents and licences that a diagram's node seals (adapter `seal`): the node is the approval. A
 * draft of the same kind that waits already is the one it means.
 */
import type { EntityManager } from 'typeorm';
import { closeApprovals } from './approval-tasks.js';
import { licencePaper } from './licence-paper.js';
import { kindOf, type OfficialAct } from './kinds/index.js';
import { issueDocument, type SealingParts } from './sealing.js';

/** What diagrams call them → the kinds, of which the first that items of the case's type have is meant. */
const KINDS_BY_NAME: Record<string, readonly string[]> = {
  receipt: ['filing-receipt'],
  'grant-notice': ['benefit-notice'],
  'refusal-notice': ['refusal-decision', 'service-refusal-notice'],
};

export interface Sealed {
  document: string;
  sealId: string;
  /** SM3 of the PDF, or of the licence's text, hex. */
  digest: string;
  /** ISO 8601. */
  signedAt: string;
}

export interface FromDiagram {
  /** Idempotency key of the node's call. */
  key: string;
  caseNumber: string;
  /** As the diagram calls it. */
  document: string;
  organisationId: string;
  reason?: string;
}

/** Kind of what a diagram calls `document`, for an item of this type; a kind's own code is good too. */
export function kindNamed(document: string, itemType: string): string {
  const kinds = KINDS_BY_NAME[document] ?? [document];
  const fits = (code: string) => kindOf(code).itemTypes?.includes(itemType) ?? true;
  return kinds.length > 1 ? (kinds.find(fits) ?? kinds[0]!) : kinds[0]!;
}

/** Issues a document; a repeat of the same key answers with the same. */
export async function sealFromDiagram(parts: SealingParts, wanted: FromDiagram): Promise<Sealed> {
  const id = await parts.dataSource.transaction((manager) => draftFor(manager, wanted));
  await issueDocument(parts, id);
  return sealedOf(parts, id);
}

async function draftFor(manager: EntityManager, wanted: FromDiagram): Promise<string> {
  const { key, caseNumber, organisationId, reason } = wanted;
  const [item] = await manager.query<{ type: string }[]>(
    `SELECT i.type FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1`,
    [caseNumber],
  );
  const kind = kindNamed(wanted.document, item?.type ?? '');
  const cause = `adapter:${key}`;
  const [waiting] = await manager.query<{ id: string; caseNumber: string; returns: number }[]>(
    `SELECT id, case_number AS "caseNumber", returns FROM official_document
      WHERE case_number = $1 AND kind = $2
        AND (state IN ('awaiting-approval', 'returned') OR act ->> 'sealedBy' = $3)
      ORDER BY drafted_at DESC LIMIT 1 FOR UPDATE`,
    [caseNumber, kind, cause],
  );
  if (waiting) {
    await manager.query(
      `UPDATE official_document SET state = 'sealing', approved_at = now(),
              act = act || jsonb_build_object('sealedBy', $2::text)
        WHERE id = $1 AND state IN ('awaiting-approval', 'returned')`,
      [waiting.id, cause],
    );
    await closeApprovals(manager, [waiting]);
    return waiting.id;
  }
  const act = {
    ...{ caseNumber, step: 0, cause, act: 'seal', fromState: '', toState: '' },
    ...{ personId: null, postId: null, departmentId: organisationId, reason: reason ?? null },
    ...{ article: null, data: {}, at: new Date() },
  } satisfies OfficialAct;
  const [row] = await manager.query<{ id: string }[]>(
    `INSERT INTO official_document (case_number, step, cause, kind, organisation_id, state, act,
                                    approved_at)
     VALUES ($1, 0, $2, $3, $4, 'sealing', $5, now())
     ON CONFLICT (case_number, step, cause, kind) DO UPDATE SET cause = EXCLUDED.cause
     RETURNING id`,
    [caseNumber, cause, kind, organisationId, JSON.stringify(act)],
  );
  return row!.id;
}

export interface LicenceText {
  key: string;
  caseNumber: string;
  /** Identifier of the licence. */
  licence: string;
  owner: { id: string; name: string };
  /** The licence's content in one text. */
  text: string;
}

/** Seals an e-licence: the province issued it, its PDF is what the seal is on; a repeat answers with the same. */
export async function sealLicence(
  parts: SealingParts,
  { key, caseNumber, licence, owner, text }: LicenceText,
): Promise<Sealed> {
  const { content, number, dated } = licencePaper(text);
  const [row] = await parts.dataSource.query<{ id: string }[]>(
    `INSERT INTO official_document (case_number, step, cause, kind, organisation_id, state, act,
         number, content, sealed_text, dated, licence, approved_at)
     VALUES ($1, 0, $2, 'licence', $3, 'sealing', '{}', $4, $5, $6, $7, $8, now())
     ON CONFLICT (case_number, step, cause, kind) DO UPDATE SET cause = EXCLUDED.cause
     RETURNING id`,
    [
      ...[caseNumber, `adapter:${key}`, owner.id, number, JSON.stringify(content), text],
      ...[dated, licence],
    ],
  );
  await issueDocument(parts, row!.id);
  await parts.dataSource.query(
    `UPDATE licence SET seal_signature = d.signature FROM official_document d
      WHERE d.id = $1 AND licence.identifier = d.licence`,
    [row!.id],
  );
  return sealedOf(parts, row!.id);
}

async function sealedOf({ dataSource }: SealingParts, id: string): Promise<Sealed> {
  const [row] = await dataSource.query<{ sealId: string; digest: string; signedAt: Date }[]>(
    `SELECT seal_id AS "sealId", digest, signed_at AS "signedAt" FROM official_document
      WHERE id = $1 AND seal_id IS NOT NULL AND digest IS NOT NULL AND signed_at IS NOT NULL`,
    [id],
  );
  if (!row) throw new Error(`document ${id} is not sealed yet`);
  const { sealId, digest, signedAt } = row;
  return { document: id, sealId, digest, signedAt: signedAt.toISOString() };
}

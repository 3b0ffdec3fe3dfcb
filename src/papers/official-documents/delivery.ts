/**
 * 送达 (行政许可法 44, 行政处罚法 61): electronically when the applicant opens the document, at a window, or by post. What
 * is delivered together is proved by one 送达回证.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { citation } from '../../../workflows/law/index.js';
import { lawOfCase } from '../licences/index.js';
import { chineseMoment } from './chinese-date.js';
import { draftDocuments } from './drafting.js';
import { KINDS, kindOf, nameOf } from './kinds/index.js';
import { TOGETHER } from './together.js';

export type DeliveryWay = 'electronic' | 'window' | 'post';

export const WAY_NAMES: Record<DeliveryWay, string> = {
  electronic: '电子送达',
  window: '窗口领取',
  post: '邮寄送达',
};

export interface Delivery {
  caseNumber: string;
  way: DeliveryWay;
  /** Name of who received it; left out = the applicant. */
  receiver?: string;
  trackingNumber?: string;
  /**
   * Documents of the case or its children; left out = all that are issued and not delivered: the case's
   * own, and its parts' where those go together.
   */
  documents?: string[];
  at: Date;
  by: { personId: string | null; postId: string | null };
  /** Step and cause of the act that delivered, when it was one of the case's. */
  step?: { step: number; cause: string };
}

const DELIVERED = KINDS.filter(({ delivered }) => delivered).map(({ code }) => code);

/** @returns ids of the documents that are delivered only now */
export async function deliverDocuments(
  manager: EntityManager,
  delivery: Delivery,
): Promise<string[]> {
  const { caseNumber, way, at, by, trackingNumber } = delivery;
  const rows = await manager.query<
    { id: string; kind: string; itemType: string; number: string | null; receiver: string }[]
  >(
    `WITH issued AS (
       SELECT d.id, d.kind, i.type AS "itemType", d.number, coalesce($4, p.name, c.applicant_id) AS receiver
         FROM official_document d JOIN cases c ON c.number = d.case_number
         JOIN item i ON i.code = c.item_code AND i.version = c.item_version
         LEFT JOIN person p ON p.id = c.applicant_id
         LEFT JOIN cases pc ON pc.number = c.parent_number
         LEFT JOIN item pi ON pi.code = pc.item_code AND pi.version = pc.item_version
        WHERE (c.number = $1 OR (c.parent_number = $1 AND ($3::uuid[] IS NOT NULL OR ${TOGETHER})))
          AND d.state = 'issued'
          AND d.kind = ANY($2) AND ($3::uuid[] IS NULL OR d.id = ANY($3))),
     new AS (
       INSERT INTO document_delivery (document_id, way, delivered_at, receiver, person_id, post_id,
                                      tracking_number)
       SELECT id, $5, $6, receiver, $7, $8, $9 FROM issued
       ON CONFLICT (document_id) DO NOTHING RETURNING document_id)
     SELECT issued.* FROM issued JOIN new ON new.document_id = issued.id ORDER BY issued.number`,
    [
      caseNumber,
      DELIVERED,
      delivery.documents ?? null,
      delivery.receiver || null,
      way,
      at,
      by.personId,
      by.postId,
      trackingNumber || null,
    ],
  );
  if (rows.length === 0) return [];
  const article = citation({ law: await lawOfCase(manager, caseNumber) }, 'deliver') ?? null;
  const { step, cause } = delivery.step ?? { step: 0, cause: `delivery:${randomUUID()}` };
  const [proof] = await draftDocuments(manager, [
    {
      ...{ caseNumber, step, cause, at, act: 'document-delivered' },
      ...{ fromState: '', toState: '', reason: null, article },
      ...{ personId: by.personId, postId: by.postId, departmentId: null },
      data: {
        documents: rows.map(({ kind, itemType, number }) =>
          [`《${nameOf(kindOf(kind), itemType)}》`, number ?? ''].filter(Boolean).join(' '),
        ),
        way: WAY_NAMES[way],
        receiver: rows[0]!.receiver,
        deliveredAt: chineseMoment(at),
        trackingNumber: trackingNumber ?? '',
      },
    },
  ]);
  const ids = rows.map(({ id }) => id);
  await manager.query(`UPDATE document_delivery SET proof_id = $2 WHERE document_id = ANY($1)`, [
    ids,
    proof?.id ?? null,
  ]);
  return ids;
}

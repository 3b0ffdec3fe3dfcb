/** How a case's result reaches the applicant, as both sides see it. Access has been checked. */
import type { EntityManager } from 'typeorm';
import { ABOVE } from '../../../workflows/law/index.js';
import { TOGETHER } from '../../papers/index.js';
import { HAS_RESULT, parcelsOf, type PaperWay } from './parcels.js';

export interface DeliveryState {
  way: PaperWay | 'electronic';
  address: string | null;
  /** Where papers are handed out: the window that collected, or the deciding department. */
  pickUpAt: string;
  /** Whether papers of the matter go together. */
  together: boolean;
  /** Items still open for which the papers wait. */
  waitingFor: string[];
  /** Whether papers wait to be sent or handed out. */
  waiting: boolean;
  dueAt: Date | null;
  courier: string | null;
  trackingNumber: string | null;
  sentAt: Date | null;
  receiver: string | null;
  /** What the receiver drew, as the path of an SVG. */
  signature: string | null;
  paperKind: string | null;
  deliveredAt: Date | null;
  /** Of a matter: how each of its items' results comes; empty = it is a case by itself. */
  parts: PartDelivery[];
}

/** How the result of one item of a matter comes. */
export interface PartDelivery {
  caseNumber: string;
  itemName: string;
  way: PaperWay | 'electronic';
  courier: string | null;
  trackingNumber: string | null;
  sentAt: Date | null;
  receiver: string | null;
  deliveredAt: Date | null;
}

type Stored = Omit<DeliveryState, 'waitingFor' | 'waiting' | 'parts'>;

/** At most so many items of a matter are told of. */
const MOST = 200;

export async function deliveryState(
  manager: EntityManager,
  caseNumber: string,
): Promise<DeliveryState> {
  const [row] = await manager.query<Stored[]>(
    `SELECT coalesce(c.form ->> 'deliveryMethod', 'electronic') AS way,
            c.form ->> 'deliveryAddress' AS address,
            coalesce(w.name, o.name, c.lead_department) AS "pickUpAt",
            (${TOGETHER} OR EXISTS (SELECT 1 FROM cases k WHERE k.parent_number = c.number)
               AND CASE i.data #>> '{ways,results}' WHEN 'together' THEN true
                     WHEN 'choice' THEN coalesce(c.form ->> 'results', 'separate') = 'together'
                     ELSE false END) AS together,
            c.deliver_due_at AS "dueAt", d.courier, d.tracking_number AS "trackingNumber",
            d.sent_at AS "sentAt", d.receiver, d.signature, d.paper_kind AS "paperKind",
            coalesce(c.delivered_at, d.delivered_at) AS "deliveredAt"
       FROM cases c
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN cases pc ON pc.number = c.parent_number
       LEFT JOIN item pi ON pi.code = pc.item_code AND pi.version = pc.item_version
       LEFT JOIN result_delivery d ON d.case_number =
                 CASE WHEN ${TOGETHER} THEN c.parent_number ELSE c.number END
       LEFT JOIN case_collection k ON k.case_number = coalesce(c.parent_number, c.number)
       LEFT JOIN LATERAL (SELECT t.department_id FROM task t
                           WHERE t.case_number = coalesce(c.parent_number, c.number)
                             AND t.act IN ('collect', 'hand-over') AND t.department_id IS NOT NULL
                           ORDER BY t.opened_at DESC LIMIT 1) counter ON true
       LEFT JOIN organisation w ON w.id = coalesce(k.organisation_id, counter.department_id)
       LEFT JOIN organisation o ON o.id = c.lead_department
      WHERE c.number = $1`,
    [caseNumber],
  );
  const parcels = await parcelsOf(manager, caseNumber);
  const due = parcels.map(({ dueAt }) => dueAt).find((at) => at !== null) ?? null;
  return {
    ...row!,
    dueAt: row!.deliveredAt ? null : (row!.dueAt ?? due),
    waitingFor: parcels[0]?.waitingFor ?? [],
    waiting: parcels.length > 0,
    parts: await partsOf(manager, caseNumber),
  };
}

/** What each item's result has come to; of those that go together, by their one parcel. */
function partsOf(manager: EntityManager, matter: string): Promise<PartDelivery[]> {
  return manager.query(
    `SELECT c.number AS "caseNumber", c.item_name AS "itemName",
            coalesce(c.form ->> 'deliveryMethod', 'electronic') AS way, d.courier,
            d.tracking_number AS "trackingNumber", d.sent_at AS "sentAt", d.receiver,
            c.delivered_at AS "deliveredAt"
       FROM cases c
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       JOIN cases pc ON pc.number = c.parent_number
       JOIN item pi ON pi.code = pc.item_code AND pi.version = pc.item_version
       LEFT JOIN result_delivery d ON d.case_number =
                 CASE WHEN ${TOGETHER} THEN c.parent_number ELSE c.number END
      WHERE c.parent_number = $1 AND c.parent_occurrence IS DISTINCT FROM '${ABOVE}' AND ${HAS_RESULT}
      ORDER BY c.child_key, c.number LIMIT ${MOST}`,
    [matter],
  );
}

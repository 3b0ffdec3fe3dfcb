/**
 * Results on paper and what is to be done with them: a case by itself, or all parts of a 一件事 whose
 * applicant takes them together. Electronic results come by themselves, as each is issued.
 */
import type { EntityManager } from 'typeorm';
import { ABOVE, TRANSITIONS } from '../../../workflows/law/index.js';
import { casesFor, type Statement } from '../../cases/index.js';
import { TOGETHER } from '../../papers/index.js';
import { type Session, Values } from '../../people/index.js';

export type PaperWay = 'post' | 'window';

/** One case whose result is on paper. */
export interface Part {
  caseNumber: string;
  itemName: string;
  leadDepartment: string;
}

/** What is sent or handed out in one go. */
export interface Parcel {
  /** The case's number; of the 一件事 where its parts go together. */
  caseNumber: string;
  itemName: string;
  applicantName: string;
  way: PaperWay;
  address: string | null;
  together: boolean;
  /** Decided and not delivered yet. */
  parts: Part[];
  /** Items of the same matter that have not ended: what goes together waits for them. */
  waitingFor: string[];
  /** The earliest day by which a part has to reach the applicant (行政许可法 44). */
  dueAt: Date | null;
  courier: string | null;
  trackingNumber: string | null;
  sentAt: Date | null;
}

interface Row extends Omit<Parcel, 'parts'>, Part {
  partNumber: string;
  partName: string;
}

/** A part that only the authority sees, such as a later check, has no result for the applicant. */
export const HAS_RESULT = `coalesce((i.data -> 'internal')::boolean, false) = false`;

const SELECT = `
  SELECT c.number AS "partNumber", c.item_name AS "partName", c.lead_department AS "leadDepartment",
         x.number AS "caseNumber", x.item_name AS "itemName",
         coalesce(p.name, c.applicant_id) AS "applicantName",
         c.form ->> 'deliveryMethod' AS way, c.form ->> 'deliveryAddress' AS address,
         ${TOGETHER} AS together, c.deliver_due_at AS "dueAt",
         CASE WHEN ${TOGETHER} THEN ARRAY(
           SELECT s.item_name FROM cases s
             JOIN item i ON i.code = s.item_code AND i.version = s.item_version
            WHERE s.parent_number = c.parent_number AND NOT s.ended AND ${HAS_RESULT}
            ORDER BY s.number) ELSE '{}' END AS "waitingFor",
         d.courier, d.tracking_number AS "trackingNumber", d.sent_at AS "sentAt"
    FROM cases c
    JOIN item i ON i.code = c.item_code AND i.version = c.item_version
    LEFT JOIN cases pc ON pc.number = c.parent_number
    LEFT JOIN item pi ON pi.code = pc.item_code AND pi.version = pc.item_version
    LEFT JOIN person p ON p.id = c.applicant_id
    JOIN cases x ON x.number = CASE WHEN ${TOGETHER} THEN c.parent_number ELSE c.number END
    LEFT JOIN result_delivery d ON d.case_number = x.number
   WHERE c.delivered_at IS NULL AND c.form ->> 'deliveryMethod' IN ('post', 'window')
     AND c.state = ANY($1) AND ${HAS_RESULT}
     AND NOT EXISTS (SELECT 1 FROM cases k WHERE k.parent_number = c.number)`;

/** Where the law lets a result be delivered: it has been decided. */
export const DELIVERABLE = TRANSITIONS.deliver.from;

/** At most so many parts in one list; the most urgent ones come first. */
const MOST = 200;

/** @public for the check of statements */
export function parcelsStatement(session: Session): Statement {
  const values = new Values();
  values.place(DELIVERABLE);
  const text = `${SELECT} AND ${casesFor(session, 'case.deliver', values)}
    ORDER BY c.deliver_due_at NULLS LAST, c.number LIMIT ${MOST}`;
  return { text, values: values.list };
}

/** What waits for the caller: what the body decided; at a window also what it collected or hands over. */
export async function parcelsAt(manager: EntityManager, session: Session): Promise<Parcel[]> {
  const { text, values } = parcelsStatement(session);
  return grouped(await manager.query<Row[]>(text, values));
}

/** What waits of a case, or of a matter's parts; several where a matter's parts go one by one. */
export async function parcelsOf(manager: EntityManager, caseNumber: string): Promise<Parcel[]> {
  const rows = await manager.query<Row[]>(
    `${SELECT} AND (c.number = $2 OR c.parent_number = $2
                    AND c.parent_occurrence IS DISTINCT FROM '${ABOVE}') ORDER BY c.number`,
    [DELIVERABLE, caseNumber],
  );
  return grouped(rows);
}

function grouped(rows: Row[]): Parcel[] {
  const parcels = new Map<string, Parcel>();
  for (const { partNumber, partName, leadDepartment, ...row } of rows) {
    const parcel = parcels.get(row.caseNumber) ?? { ...row, parts: [] };
    parcel.parts.push({ caseNumber: partNumber, itemName: partName, leadDepartment });
    if (row.dueAt && (!parcel.dueAt || row.dueAt < parcel.dueAt)) parcel.dueAt = row.dueAt;
    parcels.set(row.caseNumber, parcel);
  }
  return [...parcels.values()];
}

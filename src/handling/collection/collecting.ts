/**
 * 收件: a window takes an application's papers in. It is not 受理: the department that decides accepts.
 * Where that one is elsewhere (异地代收) the papers are forwarded and received, each at its own time.
 */
import type { EntityManager } from 'typeorm';
import { audit, type Session, ancestorAt } from '../../people/index.js';
import { forbidden } from '../../platform/errors.js';

/** What the window took in. */
export interface TakenIn {
  organisationId: string;
  /** When the papers came; may lie before the entry. */
  receivedAt: Date;
  late: boolean;
  queueNumber: string | null;
}

interface Owner {
  owner: string;
  region: string;
  receipt: 'collected' | 'received';
}

/**
 * Writes who collected a new case, inside the transaction that opens it. Its collecting window and the
 * owner's area decide whether the papers have a way to go.
 */
export async function collectAtWindow(
  manager: EntityManager,
  session: Session,
  caseNumber: string,
  { organisationId, receivedAt, late, queueNumber }: TakenIn,
): Promise<void> {
  const { post } = session;
  if (!post) throw forbidden('no-post', '收件由窗口岗位的工作人员办理；请先选择岗位。');
  const [row] = await manager.query<Owner[]>(
    `SELECT c.lead_department AS owner, c.region,
            coalesce(i.data #>> '{ways,receipt}', 'collected') AS receipt
       FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1`,
    [caseNumber],
  );
  const { owner, region, receipt } = row!;
  const elsewhere = isElsewhere(post.organisation.region, region);
  const here = elsewhere ? null : receivedAt;
  await manager.query(
    `INSERT INTO case_collection (case_number, serial, organisation_id, person_id, post_id,
       collected_at, late, queue_number, owner_id, elsewhere, receipt, forwarded_at, received_at)
     VALUES ($1, 'SJ' || to_char($5::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD')
                      || lpad(nextval('collection_serial')::text, 6, '0'),
             $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
    [
      caseNumber,
      organisationId,
      session.person.id,
      post.id,
      receivedAt,
      late,
      queueNumber,
      owner,
      elsewhere,
      receipt,
      here,
    ],
  );
  await audit(manager, {
    person: session.person.id,
    post: post.id,
    act: 'case.collect',
    target: `case:${caseNumber}`,
    outcome: 'done',
    detail: { late, elsewhere, receipt },
  });
}

/** A window of another county than the case's collects for elsewhere; the city's serves all of it. */
function isElsewhere(window: string | null, region: string): boolean {
  if (window === null) return false;
  const own = ancestorAt(window, 'county');
  return own !== null && own !== ancestorAt(region, 'county');
}

/**
 * 窗口代录: somebody comes in person; the window verifies who it is against the register, and fills the
 * same form in for them. What came on an earlier day says so: it is a late entry.
 */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { actorOf, audit, errandOf, residentOf, type Session } from '../../people/index.js';
import { offeredItem } from '../../catalogue/index.js';
import { badRequest, forbidden } from '../../platform/errors.js';
import { sealedText } from '../../platform/sealing/index.js';
import type { ProvinceDoor } from '../../province/index.js';
import { verifyIdentity } from './verification.js';

export interface NewEntry {
  item: string;
  region: string;
  kind: 'natural' | 'legal';
  /** ID number, or a firm's credit code. */
  idNumber: string;
  name: string;
  /** yyyy-MM-dd; left out = today. */
  receivedOn?: string;
  queueNumber?: string;
}

const VERIFICATION = '窗口核验申请人身份';

/** The day of an instant in the city, yyyy-MM-dd. */
const cityDay = (at: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);

/**
 * Opens a draft for the person at the window. @returns the draft's id
 * @throws DomainError 422 `person-not-verified`, `person-dead`; 400 `received-in-future`;
 *   403 `not-a-window`; 503 `population-away`
 */
export async function openEntry(
  dataSource: DataSource,
  door: ProvinceDoor,
  session: Session,
  entry: NewEntry,
  digestKey: string,
): Promise<string> {
  const { post } = session;
  if (post?.role !== 'window') {
    throw forbidden('not-a-window', '只有综合窗口的岗位可以为来人录入办件。');
  }
  await offeredItem(dataSource.manager, entry.item, entry.region);
  const { receivedAt, late } = receiptOf(entry.receivedOn, new Date());
  const province = door.on(
    errandOf(actorOf(session), {
      // Who it is, the register is about to say.
      ...{ matter: `item:${entry.item}`, applicant: null, purpose: VERIFICATION },
    }),
  );
  await verifyIdentity(dataSource, province, session, { ...entry, act: 'window.verify' });
  return dataSource.transaction(async (manager) => {
    const { kind, idNumber, name } = entry;
    const applicant = await residentOf(manager, { idNumber, name }, digestKey, kind);
    const id = randomUUID();
    await manager.query(
      `INSERT INTO draft (id, person_id, item_code, region) VALUES ($1, $2, $3, $4)`,
      [id, session.person.id, entry.item, entry.region],
    );
    await manager.query(
      `INSERT INTO window_entry (draft_id, applicant_id, applicant_name, applicant_kind, id_number,
         organisation_id, person_id, post_id, received_at, late, queue_number)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        applicant,
        name,
        kind,
        sealedText(manager, idNumber),
        post.organisation.id,
        session.person.id,
        post.id,
        receivedAt,
        late,
        entry.queueNumber ?? null,
      ],
    );
    await audit(manager, {
      person: session.person.id,
      post: post.id,
      act: 'window.enter',
      target: `person:${applicant}`,
      outcome: 'done',
      detail: { draft: id, late },
    });
    return id;
  });
}

/** Papers of an earlier day count as taken in at the end of that working day. */
function receiptOf(receivedOn: string | undefined, now: Date): { receivedAt: Date; late: boolean } {
  const today = cityDay(now);
  if (receivedOn === undefined || receivedOn === today) return { receivedAt: now, late: false };
  if (receivedOn > today) {
    throw badRequest('received-in-future', '收件日期不能晚于今天，请核对。', {
      errors: [{ field: '/receivedOn', message: '不能晚于今天' }],
    });
  }
  return { receivedAt: new Date(`${receivedOn}T17:00:00+08:00`), late: true };
}

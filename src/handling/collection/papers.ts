/** The papers' way from the window that collected them to the department that decides. */
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { PAPERS_RECEIVED } from '../../../workflows/contracts/case.js';
import { audit, type Session } from '../../people/index.js';
import { type CommandDispatcher, findCommand, insertCommand } from '../../cases/index.js';
import { conflict, forbidden, notFound } from '../../platform/errors.js';

export interface CollectionView {
  caseNumber: string;
  /** Number of the 收件凭证. */
  serial: string;
  itemName: string;
  applicantName: string;
  window: string;
  collectedBy: string;
  collectedAt: Date;
  enteredAt: Date;
  late: boolean;
  queueNumber: string | null;
  owner: string;
  elsewhere: boolean;
  receipt: 'collected' | 'received';
  forwardedAt: Date | null;
  forwardNote: string | null;
  receivedAt: Date | null;
}

const VIEW = `
  SELECT k.case_number AS "caseNumber", k.serial, c.item_name AS "itemName",
         coalesce(a.name, c.applicant_id) AS "applicantName",
         coalesce(w.name, k.organisation_id) AS window, coalesce(p.name, k.person_id) AS "collectedBy",
         k.collected_at AS "collectedAt", k.entered_at AS "enteredAt", k.late,
         k.queue_number AS "queueNumber", coalesce(o.name, k.owner_id) AS owner, k.elsewhere, k.receipt,
         k.forwarded_at AS "forwardedAt", k.forward_note AS "forwardNote", k.received_at AS "receivedAt"
    FROM case_collection k JOIN cases c ON c.number = k.case_number
    LEFT JOIN person a ON a.id = c.applicant_id
    LEFT JOIN person p ON p.id = k.person_id
    LEFT JOIN organisation w ON w.id = k.organisation_id
    LEFT JOIN organisation o ON o.id = k.owner_id`;

/** How a case was collected; null when it came online. Access has been checked. */
export async function collectionOf(
  manager: EntityManager,
  caseNumber: string,
): Promise<CollectionView | null> {
  const [row] = await manager.query<CollectionView[]>(`${VIEW} WHERE k.case_number = $1`, [
    caseNumber,
  ]);
  return row ?? null;
}

/** What the caller's window collected, and what is on its way to the caller's department. */
export function collectionsOf(
  manager: EntityManager,
  session: Session,
  view: 'collected' | 'incoming',
): Promise<CollectionView[]> {
  const here = session.post?.organisation.id ?? null;
  return view === 'collected'
    ? manager.query(`${VIEW} WHERE k.organisation_id = $1 ORDER BY k.entered_at DESC LIMIT 100`, [
        here,
      ])
    : manager.query(
        `${VIEW} WHERE k.owner_id = $1 AND k.elsewhere
          ORDER BY k.received_at IS NOT NULL, k.collected_at LIMIT 100`,
        [here],
      );
}

/** The collecting window hands the papers over. @throws DomainError 403, 404, 409 */
export function forwardPapers(
  dataSource: DataSource,
  session: Session,
  caseNumber: string,
  note: string,
): Promise<CollectionView> {
  return move(dataSource, session, caseNumber, 'forward', note);
}

/**
 * The deciding department has the papers. Where the item's receipt is this moment, the statutory
 * periods begin with it (行政许可法 32).
 * @throws DomainError 403, 404, 409
 */
export async function receivePapers(
  dataSource: DataSource,
  dispatcher: CommandDispatcher,
  session: Session,
  caseNumber: string,
): Promise<CollectionView> {
  const id = randomUUID();
  const view = await move(dataSource, session, caseNumber, 'receive', '', id);
  if (view.receipt === 'received') {
    const row = await findCommand(dataSource.manager, id);
    if (row) await dispatcher.dispatch(row);
  }
  return view;
}

interface Place {
  window: string;
  owner: string;
  elsewhere: boolean;
  receipt: string;
  forwarded: boolean;
  received: boolean;
}

function move(
  dataSource: DataSource,
  session: Session,
  caseNumber: string,
  act: 'forward' | 'receive',
  note: string,
  command?: string,
): Promise<CollectionView> {
  return dataSource.transaction(async (manager) => {
    const [place] = await manager.query<Place[]>(
      `SELECT organisation_id AS window, owner_id AS owner, elsewhere, receipt,
              forwarded_at IS NOT NULL AS forwarded, received_at IS NOT NULL AS received
         FROM case_collection WHERE case_number = $1 FOR UPDATE`,
      [caseNumber],
    );
    if (!place?.elsewhere) {
      throw notFound('no-papers', `办件 ${caseNumber} 没有需要转交的纸质材料。`);
    }
    const holder = act === 'forward' ? place.window : place.owner;
    if (session.post?.organisation.id !== holder) {
      throw forbidden(
        'papers-of-another-department',
        act === 'forward'
          ? '材料由收件的窗口转交，您所在的窗口没有收过这个办件。'
          : '材料由承办部门接收，您所在的部门不是这个办件的承办部门。',
      );
    }
    const person = session.person.id;
    if (act === 'forward') {
      if (place.forwarded) throw conflict('papers-forwarded', '材料已经转交，请等待承办部门接收。');
      await manager.query(
        `UPDATE case_collection SET forwarded_at = now(), forwarded_by = $2, forward_note = $3
          WHERE case_number = $1`,
        [caseNumber, person, note],
      );
    } else {
      if (!place.forwarded) throw conflict('papers-not-forwarded', '收件窗口还没有转交材料。');
      if (place.received) throw conflict('papers-received', '材料已经接收，不需要重复接收。');
      await manager.query(
        `UPDATE case_collection SET received_at = now(), received_by = $2 WHERE case_number = $1`,
        [caseNumber, person],
      );
      if (place.receipt === 'received') {
        await insertCommand(manager, {
          id: command!,
          caseNumber,
          kind: 'message',
          actor: { personId: person, postId: session.post.id },
          payload: { name: PAPERS_RECEIVED, variables: {} },
        });
      }
    }
    await audit(manager, {
      person,
      post: session.post?.id,
      act: `papers.${act}`,
      target: `case:${caseNumber}`,
      outcome: 'done',
    });
    return (await collectionOf(manager, caseNumber))!;
  });
}

/**
 * From the list to the accounts: finance approves, the bank pays, its return file says which lines
 * failed; the village mends those and they are sent again. A batch is a row before it leaves, so it is
 * handed in once however often the process dies on the way.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { actorOf, audit, errandOf, type Session } from '../../people/index.js';
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import { sealedLines, sealedText } from '../../platform/sealing/index.js';
import type { BankLine, BankResult, BankSystem, ProvinceDoor } from '../../province/index.js';
import { mayBeAccountOf } from './account-holder.js';
import { type BenefitList, countyOf, listRow, readList, refuse } from './lists.js';

interface Batch {
  key: string;
  listId: string;
  batchNo: string | null;
  lines: BankLine[];
}

/** A line whose account the village mends. */
interface FailedLine {
  list: string;
  caseNumber: string;
  region: string;
  applicant: string;
  idNumber: string | null;
}

/** 用途 of what goes to the bank and comes back. */
export const PAYING_OUT = '发放补贴';

function done(manager: EntityManager, session: Session, act: string, target: string) {
  const { person, post } = session;
  return audit(manager, { person: person.id, post: post?.id, act, target, outcome: 'done' });
}

/** Puts the lines that wait into a batch of their own. @returns how many */
async function makeBatch(manager: EntityManager, list: string, from: 'listed' | 'corrected') {
  const lines = await manager.query<BankLine[]>(
    `WITH sent AS (
       UPDATE benefit_line SET state = 'sent', reason = NULL, updated_at = now()
        WHERE list_id = $1 AND state = $2 RETURNING id, account, amount_cents)
     SELECT id, account, amount_cents AS "amountCents" FROM sent ORDER BY id`,
    [list, from],
  );
  if (lines.length === 0) return 0;
  await manager.query(
    `INSERT INTO benefit_batch (key, list_id, lines)
     SELECT $1::text || '-' || (count(*) + 1), $1, $2 FROM benefit_batch WHERE list_id = $1`,
    [list, JSON.stringify(sealedLines(manager, lines))],
  );
  return lines.length;
}

/**
 * Finance releases the money (财政核拨) and the list goes to the bank.
 * @throws DomainError `not-your-benefit-list`, `benefit-list-approved-before`
 */
export async function approveList(
  dataSource: DataSource,
  bank: BankSystem,
  session: Session,
  id: string,
): Promise<BenefitList> {
  const { post } = session;
  const { region } = await listRow(dataSource.manager, id);
  if (post?.organisation.line !== 'finance' || countyOf(session) !== region) {
    throw await refuse(
      dataSource,
      session,
      'benefit.approve',
      `benefit-list:${id}`,
      '名册由本县（市、区）财政部门核拨。',
    );
  }
  await dataSource.transaction(async (manager) => {
    const list = await listRow(manager, id, true);
    if (list.state !== 'prepared') {
      throw conflict('benefit-list-approved-before', `名册 ${id} 已经核拨，不能重复核拨。`);
    }
    await manager.query(
      `UPDATE benefit_list SET state = 'approved', approved_by = $2, approved_at = now() WHERE id = $1`,
      [id, session.person.id],
    );
    await makeBatch(manager, id, 'listed');
    await done(manager, session, 'benefit.approve', `benefit-list:${id}`);
  });
  await moveList(dataSource, bank, id);
  return readList(dataSource, session, id);
}

/**
 * The village mends the account of a line the bank could not pay; later months use it too.
 * @throws DomainError `benefit-line-not-found`, `not-your-benefit-list`, `benefit-line-not-failed`,
 *   `account-of-another`
 */
export async function correctLine(
  dataSource: DataSource,
  door: ProvinceDoor,
  session: Session,
  lineId: string,
  account: string,
): Promise<BenefitList> {
  const [line] = await dataSource.query<FailedLine[]>(
    `SELECT list_id AS list, case_number AS "caseNumber", cases.region,
            cases.applicant_id AS applicant, cases.form ->> 'idNumber' AS "idNumber"
       FROM benefit_line JOIN cases ON cases.number = case_number WHERE id = $1`,
    [lineId],
  );
  if (!line) throw notFound('benefit-line-not-found', `名册中没有 ${lineId} 这一行。`);
  const { post } = session;
  if (post?.role !== 'agent-desk' || post.organisation.region !== line.region) {
    throw await refuse(
      dataSource,
      session,
      'benefit.correct',
      `benefit-line:${lineId}`,
      '发放失败的账户由享受对象所在村（社区）代办员更正。',
    );
  }
  const { idNumber, caseNumber, applicant } = line;
  const about = { matter: `case:${caseNumber}`, applicant } as const;
  const errand = { ...about, purpose: '核对更正后的发放账户' };
  const province = door.on(errandOf(actorOf(session), errand));
  if (idNumber !== null && !(await mayBeAccountOf(province, { idNumber }, account))) {
    throw unprocessable(
      'account-of-another',
      '更正后的账户应为享受对象本人的社会保障卡账户，请核对。',
      { errors: [{ field: '/account', message: '不是享受对象本人的账户' }] },
    );
  }
  await dataSource.transaction(async (manager) => {
    const [mended] = await manager.query<[{ id: string }[], number]>(
      `UPDATE benefit_line SET state = 'corrected', account = $2, corrected_by = $3, updated_at = now()
        WHERE id = $1 AND state IN ('failed', 'corrected') RETURNING id`,
      [lineId, sealedText(manager, account), session.person.id],
    );
    if (mended.length === 0) {
      throw conflict('benefit-line-not-failed', '这一行没有发放失败，不需要更正。');
    }
    await manager.query(`UPDATE benefit_entitlement SET account = $2 WHERE case_number = $1`, [
      line.caseNumber,
      sealedText(manager, account),
    ]);
    await done(manager, session, 'benefit.correct', `benefit-line:${lineId}`);
  });
  return readList(dataSource, session, line.list);
}

/**
 * Sends the corrected lines again, and only those.
 * @throws DomainError `not-your-benefit-list`, `benefit-nothing-corrected`
 */
export async function resendList(
  dataSource: DataSource,
  bank: BankSystem,
  session: Session,
  id: string,
): Promise<BenefitList> {
  const { region } = await listRow(dataSource.manager, id);
  const { post } = session;
  const cashier = post?.role === 'cashier' && countyOf(session) === region;
  if (!cashier && post?.role !== 'admin') {
    throw await refuse(
      dataSource,
      session,
      'benefit.resend',
      `benefit-list:${id}`,
      '重新发放由本县（市、区）经办人提交。',
    );
  }
  await dataSource.transaction(async (manager) => {
    await listRow(manager, id, true);
    if ((await makeBatch(manager, id, 'corrected')) === 0) {
      throw unprocessable(
        'benefit-nothing-corrected',
        '没有已更正的失败记录。请村（社区）先更正账户，再重新发放。',
      );
    }
    await manager.query(`UPDATE benefit_list SET state = 'approved' WHERE id = $1`, [id]);
    await done(manager, session, 'benefit.resend', `benefit-list:${id}`);
  });
  await moveList(dataSource, bank, id);
  return readList(dataSource, session, id);
}

async function takeReturn(dataSource: DataSource, batch: Batch, results: BankResult[]) {
  await dataSource.transaction(async (manager) => {
    const [taken] = await manager.query<[{ key: string }[], number]>(
      `UPDATE benefit_batch SET returned_at = now() WHERE key = $1 AND returned_at IS NULL RETURNING key`,
      [batch.key],
    );
    if (taken.length === 0) return;
    const sent = new Set(batch.lines.map(({ id }) => id));
    for (const { id, result, reason } of results.filter((line) => sent.has(line.id))) {
      await manager.query(
        `UPDATE benefit_line SET state = $2, reason = $3, updated_at = now()
          WHERE id = $1 AND state = 'sent'`,
        [id, result, reason],
      );
    }
    await manager.query(
      `UPDATE benefit_list SET state = CASE WHEN EXISTS
         (SELECT FROM benefit_line WHERE list_id = $1 AND state <> 'paid')
         THEN 'returned' ELSE 'closed' END WHERE id = $1`,
      [batch.listId],
    );
  });
}

/**
 * Hands in what has not left and fetches the return file (回盘) when it is there.
 * @throws what the bank answered instead; the batch stays as it is
 */
export async function moveBatch(
  dataSource: DataSource,
  bank: BankSystem,
  batch: Batch,
): Promise<void> {
  let { batchNo } = batch;
  if (batchNo === null) {
    ({ batchNo } = await bank.handIn(batch.key, batch.lines));
    await dataSource.query(`UPDATE benefit_batch SET batch_no = $2 WHERE key = $1`, [
      batch.key,
      batchNo,
    ]);
  }
  await takeReturn(dataSource, batch, await bank.returnFile(batchNo));
}

/** Batches whose return file did not come yet. @param list only this list's; default all */
export function openBatches(manager: EntityManager, list?: string): Promise<Batch[]> {
  return manager.query<Batch[]>(
    `SELECT key, list_id AS "listId", batch_no AS "batchNo", lines FROM benefit_batch
      WHERE returned_at IS NULL AND ($1::text IS NULL OR list_id = $1) ORDER BY created_at`,
    [list ?? null],
  );
}

/** At once, for who just made a batch; what the bank does not answer for now, `ReturnFiles` asks for and tells of. */
async function moveList(dataSource: DataSource, bank: BankSystem, list: string): Promise<void> {
  const batches = await openBatches(dataSource.manager, list);
  await Promise.allSettled(batches.map((batch) => moveBatch(dataSource, bank, batch)));
}

/** 用印审批: approved, a document takes its number and day and is sealed; refused, it goes back with the reason. */
import type { EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import { conflict, forbidden, notFound, unprocessable } from '../../platform/errors.js';
import { chineseDate, chineseYear, isoDay } from './chinese-date.js';
import { openAmendment, openApproval } from './approval-tasks.js';
import { gatherFacts, type FactsOf } from './facts.js';
import { kindOf, nameOf } from './kinds/index.js';
import { takeNumber } from './numbers.js';
import { settingsOf } from './settings.js';
import { renderTemplate, type Content, type Facts } from './template.js';
import { templateFor } from './templates.js';

export interface Approver {
  personId: string;
  postId?: string | null;
}

interface Row extends FactsOf {
  id: string;
  kind: string;
  state: string;
  number: string | null;
  returns: number;
  itemType: string;
}

async function lock(manager: EntityManager, id: string): Promise<Row> {
  const [row] = await manager.query<Row[]>(
    `SELECT id, kind, case_number AS "caseNumber", organisation_id AS "organisationId", state, act,
            amendments, number, returns,
            coalesce((SELECT i.type FROM cases c
                        JOIN item i ON i.code = c.item_code AND i.version = c.item_version
                       WHERE c.number = case_number), '') AS "itemType"
       FROM official_document WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw notFound('document-not-found', '没有这份文书，可能已作废。');
  return row;
}

function requireWaiting(row: Row, state: string): void {
  if (row.state === state) return;
  throw conflict('document-moved-on', '这份文书已由他人处理或已作废；请刷新后查看。');
}

/**
 * Lets a document go to its seal, in the caller's transaction.
 * @throws DomainError `document-of-ones-own` for who did the act, `document-word-missing`
 */
export async function approveDocument(
  manager: EntityManager,
  id: string,
  approver: Approver,
): Promise<void> {
  const row = await lock(manager, id);
  requireWaiting(row, 'awaiting-approval');
  if (row.act.personId === approver.personId) {
    throw forbidden(
      'document-of-ones-own',
      '这份文书所依据的行为由您作出，用印须由另一人审批；请由印章管理员或负责人办理。',
    );
  }
  await makeEffective(manager, row, new Date());
  await manager.query(
    `UPDATE official_document SET state = 'sealing', approved_by = $2, approved_post = $3,
            approved_at = now(), next_attempt_at = now() WHERE id = $1`,
    [id, approver.personId, approver.postId ?? null],
  );
  await note(manager, 'document.approve', row, approver);
}

/** @throws DomainError `return-reason-missing` */
export async function returnDocument(
  manager: EntityManager,
  id: string,
  reason: string,
  approver: Approver,
): Promise<void> {
  const row = await lock(manager, id);
  requireWaiting(row, 'awaiting-approval');
  if (reason.trim() === '') {
    throw unprocessable('return-reason-missing', '退回文书须在意见中写明理由。', {
      field: 'opinion',
    });
  }
  await manager.query(
    `UPDATE official_document SET state = 'returned', return_reason = $2 WHERE id = $1`,
    [id, reason],
  );
  const department = row.act.departmentId ?? row.organisationId;
  await openAmendment(
    manager,
    { ...row, department, reason },
    nameOf(kindOf(row.kind), row.itemType),
  );
  await note(manager, 'document.return', row, approver);
}

/** What the desk wrote anew, as far as the kind lets it. */
export interface Amendment {
  reason?: string;
  items?: string[];
  time?: string;
}

export async function resubmitDocument(
  manager: EntityManager,
  id: string,
  amendment: Amendment,
  by: Approver,
): Promise<void> {
  const row = await lock(manager, id);
  requireWaiting(row, 'returned');
  const kind = kindOf(row.kind);
  const { approverRole } = await settingsOf(manager, kind);
  await manager.query(
    `UPDATE official_document SET state = 'awaiting-approval', amendments = amendments || $2,
            returns = returns + 1 WHERE id = $1`,
    [id, JSON.stringify(amendmentsFor(kind.editable, amendment))],
  );
  await openApproval(
    manager,
    { ...row, approverRole, returns: row.returns + 1 },
    nameOf(kind, row.itemType),
  );
  await note(manager, 'document.resubmit', row, by);
}

const LISTS = new Set(['corrections', 'missing']);

function amendmentsFor(editable: readonly string[], { reason, items, time }: Amendment): Facts {
  const entries = editable.flatMap((name): [string, string | string[]][] => {
    const value = name === 'reason' ? reason : LISTS.has(name) ? items : time;
    return value === undefined || value.length === 0 ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

export async function abandonDocument(
  manager: EntityManager,
  id: string,
  reason: string,
  by: Approver,
): Promise<void> {
  const row = await lock(manager, id);
  requireWaiting(row, 'returned');
  await manager.query(
    `UPDATE official_document SET state = 'void', voided_at = now(), void_reason = $2 WHERE id = $1`,
    [id, reason.trim() || '退回后不再出具'],
  );
  await note(manager, 'document.abandon', row, by);
}

/** Number, day and words, once; from here on they never change. */
export async function makeEffective(
  manager: EntityManager,
  row: FactsOf & { id: string; kind: string; number: string | null },
  at: Date,
): Promise<void> {
  if (row.number !== null) return;
  const kind = kindOf(row.kind);
  const { number, year, serial } = await takeNumber(manager, kind, row, chineseYear(at));
  const { content, version } = await wordsOfDocument(manager, row, at, number);
  await manager.query(
    `UPDATE official_document SET number = $2, year = $3, serial = $4, dated = $5,
            template_version = $6, content = $7 WHERE id = $1`,
    [row.id, number, year, serial, isoDay(at), version, JSON.stringify(content)],
  );
}

/** A document's words as they would be on a day. */
export async function wordsOfDocument(
  manager: EntityManager,
  row: FactsOf & { kind: string },
  at: Date,
  number: string,
): Promise<{ content: Content; version: number }> {
  const kind = kindOf(row.kind);
  const template = await templateFor(manager, kind, at);
  const facts = await gatherFacts(manager, kind, row, { number, date: chineseDate(at) });
  return { content: renderTemplate(template.body, facts), version: template.version };
}

const note = (manager: EntityManager, act: string, row: Row, by: Approver) =>
  audit(manager, {
    person: by.personId,
    post: by.postId ?? null,
    act,
    target: `document:${row.id}`,
    outcome: 'done',
    detail: { caseNumber: row.caseNumber, kind: row.kind },
  });

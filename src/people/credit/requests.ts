/** Objection (异议) and repair (信用修复): the subject asks, the department that recorded it decides. */
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { audit } from '../audit/index.js';
import type { Session } from '../identity/index.js';
import { conflict, forbidden, notFound } from '../../platform/errors.js';
import { RECORD, type CreditRecordView } from './records.js';
import { subjectOf } from './subject.js';

export interface NewRequest {
  kind: 'objection' | 'repair';
  statement: string;
}

interface Asked {
  id: string;
  own: boolean;
  valid: boolean;
  open: boolean;
}

/** @throws DomainError 404 `credit-record-not-found`, 409 `credit-record-not-valid`, `credit-request-open` */
export async function askAbout(
  dataSource: DataSource,
  session: Session,
  recordId: string,
  { kind, statement }: NewRequest,
): Promise<CreditRecordView> {
  return dataSource.transaction(async (manager) => {
    const { id: personId } = session.person;
    const subject = await subjectOf(manager, personId);
    const [record] = await manager.query<Asked[]>(
      `SELECT r.id, (coalesce(r.subject_digest = $2, false) OR EXISTS (SELECT 1 FROM cases c
                WHERE c.number = r.case_number AND c.applicant_id = $3)) AS own,
              r.state = 'valid' AND r.expires_on > current_date AS valid,
              EXISTS (SELECT 1 FROM credit_request q WHERE q.record_id = r.id AND q.state = 'open') AS open
         FROM credit_record r WHERE r.id = $1 FOR UPDATE OF r`,
      [recordId, subject.digest, personId],
    );
    if (!record?.own) throw recordNotFound();
    if (!record.valid) {
      throw conflict('credit-record-not-valid', '这条记录已经失效、撤销或者修复，不需要再申请。');
    }
    if (record.open) {
      throw conflict('credit-request-open', '这条记录已有一项申请正在处理，请等待部门答复。');
    }
    await manager.query(
      `INSERT INTO credit_request (id, record_id, kind, statement, person_id) VALUES ($1,$2,$3,$4,$5)`,
      [randomUUID(), recordId, kind, statement, personId],
    );
    await audit(manager, {
      person: personId,
      act: `credit.${kind}`,
      target: `credit:${recordId}`,
      outcome: 'done',
    });
    return readRecord(manager, recordId);
  });
}

/** Records of the caller's department: those with an open request first. */
export function recordsOfDepartment(
  manager: EntityManager,
  session: Session,
): Promise<(CreditRecordView & { subject: string })[]> {
  return manager.query(
    `SELECT listed.*, coalesce(p.name, '') AS subject FROM (${RECORD} WHERE r.department_id = $1) listed
       JOIN cases c ON c.number = listed."caseNumber"
       LEFT JOIN person p ON p.id = c.applicant_id
      ORDER BY EXISTS (SELECT 1 FROM credit_request q
                        WHERE q.record_id = listed.id AND q.state = 'open') DESC,
               listed."recordedAt" DESC LIMIT 200`,
    [session.post?.organisation.id ?? null],
  );
}

/** Who decides on credit: the department's handlers and its approver, never a window. */
const DECIDERS = new Set(['handler', 'reviewer', 'approver']);

/**
 * An objection granted withdraws the record; a repair granted ends its effect.
 * @throws DomainError 403 `credit-of-another-department`, 404 `credit-request-not-found`,
 *   409 `credit-request-decided`, 403 `own-credit-request`
 */
export async function decideRequest(
  dataSource: DataSource,
  session: Session,
  requestId: string,
  { grant, reason }: { grant: boolean; reason: string },
): Promise<CreditRecordView> {
  return dataSource.transaction(async (manager) => {
    const [request] = await manager.query<
      { record: string; kind: string; state: string; own: boolean; department: string }[]
    >(
      `SELECT q.record_id AS record, q.kind, q.state, r.department_id AS department,
              q.person_id = $2 OR EXISTS (SELECT 1 FROM cases c WHERE c.number = r.case_number
                AND $2 IN (c.applicant_id, c.agent_id)) AS own
         FROM credit_request q JOIN credit_record r ON r.id = q.record_id
        WHERE q.id = $1 FOR UPDATE OF q, r`,
      [requestId, session.person.id],
    );
    if (!request) throw notFound('credit-request-not-found', '没有这项信用申请，请刷新列表。');
    const { post, person } = session;
    if (request.department !== post?.organisation.id || !DECIDERS.has(post.role)) {
      throw forbidden(
        'credit-of-another-department',
        '这条记录由作出记录的部门处理，请转给该部门的承办人。',
      );
    }
    if (request.own) {
      throw forbidden('own-credit-request', '不能处理与自己有关的信用申请，请由同事处理。');
    }
    if (request.state !== 'open') {
      throw conflict('credit-request-decided', '这项申请已经处理，请刷新列表。');
    }
    await manager.query(
      `UPDATE credit_request SET state = $2, decided_by = $3, decided_post = $4, decided_at = now(),
              reason = $5 WHERE id = $1`,
      [requestId, grant ? 'granted' : 'refused', person.id, post.id, reason],
    );
    if (grant) {
      await manager.query(`UPDATE credit_record SET state = $2 WHERE id = $1`, [
        request.record,
        request.kind === 'objection' ? 'withdrawn' : 'repaired',
      ]);
    }
    await audit(manager, {
      person: person.id,
      post: post.id,
      act: `credit.${request.kind}.decide`,
      target: `credit:${request.record}`,
      outcome: 'done',
      detail: { grant },
    });
    return readRecord(manager, request.record);
  });
}

async function readRecord(manager: EntityManager, id: string): Promise<CreditRecordView> {
  const [record] = await manager.query<CreditRecordView[]>(`${RECORD} WHERE r.id = $1`, [id]);
  if (!record) throw recordNotFound();
  return record;
}

function recordNotFound() {
  return notFound('credit-record-not-found', '没有这条信用记录，请从“我的信用”中选择。');
}

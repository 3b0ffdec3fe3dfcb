/** Credit records: written once for a fact of a case, valid until they expire, are withdrawn or repaired. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { audit } from '../audit/index.js';
import { subjectOf, type CreditSubject } from './subject.js';

/** What a record may bar: 容缺受理, 告知承诺. */
export type Way = 'gaps' | 'promise';

export interface CreditRequestView {
  id: string;
  kind: 'objection' | 'repair';
  statement: string;
  state: 'open' | 'granted' | 'refused';
  askedAt: string;
  decidedAt: string | null;
  reason: string | null;
}

export interface CreditRecordView {
  id: string;
  fact: string;
  factName: string;
  description: string;
  basis: string;
  caseNumber: string;
  department: string;
  bars: Way[];
  recordedAt: Date;
  /** yyyy-MM-dd; the record bars nothing from this day on. */
  expiresOn: string;
  state: 'valid' | 'expired' | 'withdrawn' | 'repaired';
  requests: CreditRequestView[];
}

export const RECORD = `
  SELECT r.id, r.fact, f.name AS "factName", r.description, f.basis, r.case_number AS "caseNumber",
         coalesce(o.name, r.department_id) AS department, r.bars, r.recorded_at AS "recordedAt",
         r.expires_on::text AS "expiresOn",
         CASE WHEN r.state = 'valid' AND r.expires_on <= current_date THEN 'expired' ELSE r.state END AS state,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'kind', q.kind,
             'statement', q.statement, 'state', q.state, 'askedAt', q.asked_at,
             'decidedAt', q.decided_at, 'reason', q.reason) ORDER BY q.asked_at)
           FROM credit_request q WHERE q.record_id = r.id), '[]') AS requests
    FROM credit_record r JOIN credit_fact f ON f.code = r.fact
    LEFT JOIN organisation o ON o.id = r.department_id`;

/** Records about a person and the firm, the newest first; also those that bar nothing any more. */
export function recordsAbout(
  manager: EntityManager,
  { digest, creditCode }: CreditSubject,
): Promise<CreditRecordView[]> {
  return manager.query<CreditRecordView[]>(
    `${RECORD} WHERE r.subject_digest = $1 OR r.subject_code = $2 ORDER BY r.recorded_at DESC`,
    [digest, creditCode],
  );
}

/**
 * Writes what a case showed about its applicant; once for each key.
 * @param fact code in `credit_fact`, which says what it bars and for how long
 * @param key the idempotency key of who records it
 * @returns the record's id
 */
export async function recordFact(
  manager: EntityManager,
  {
    caseNumber,
    fact,
    description,
    key,
  }: Record<'caseNumber' | 'fact' | 'description' | 'key', string>,
): Promise<string> {
  const [row] = await manager.query<
    { applicant: string; department: string; creditCode: string | null }[]
  >(
    `SELECT applicant_id AS applicant, lead_department AS department,
            form ->> 'creditCode' AS "creditCode" FROM cases WHERE number = $1`,
    [caseNumber],
  );
  if (!row) throw new Error(`case ${caseNumber} has no row`);
  const subject = await subjectOf(manager, row.applicant, row.creditCode);
  const [written] = await manager.query<{ id: string }[]>(
    `INSERT INTO credit_record (id, key, subject_digest, subject_code, fact, description,
                                case_number, department_id, bars, expires_on)
     SELECT $1, $2, $3, $4, f.code, $5, $6, $7, f.bars,
            (current_date + make_interval(months => f.months))::date
       FROM credit_fact f WHERE f.code = $8
     ON CONFLICT (key) DO NOTHING RETURNING id`,
    [
      randomUUID(),
      key,
      subject.digest,
      subject.creditCode,
      description,
      caseNumber,
      row.department,
      fact,
    ],
  );
  if (!written) return existing(manager, key);
  await audit(manager, {
    person: null,
    act: 'credit.record',
    target: `credit:${written.id}`,
    outcome: 'done',
    detail: { caseNumber, fact },
  });
  return written.id;
}

async function existing(manager: EntityManager, key: string): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT id FROM credit_record WHERE key = $1`,
    [key],
  );
  if (!row) throw new Error(`no such credit fact`);
  return row.id;
}

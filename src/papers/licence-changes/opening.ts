/** 延续、变更、补证、注销 as cases: begun from the holder's licence, decided by the body that issued it. */
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Session } from '../../people/index.js';
import {
  CalendarError,
  dateOf,
  dayNumber,
  dayOfDate,
  startOfDay,
} from '../../../workflows/clock/index.js';
import type { FrozenCalendar } from '../../../workflows/contracts/case.js';
import { conflict, notFound } from '../../platform/errors.js';
import { sealedForm } from '../../platform/sealing/index.js';
import { type Regulation, regulationsOf } from '../regulation/index.js';
import {
  calendarNow,
  HELD,
  type HeldLicence,
  type Operation,
  OPERATIONS,
  reasonAgainst,
  renewalWindow,
  underWay,
  renewedTo,
  type RenewalWindow,
} from './standing.js';
import { qrOf, type Qr } from './qr.js';

/** The item all four go by. */
export const LICENCE_CHANGE_ITEM = '210125009000';
export const LICENCE_CHANGE_PROCESS = 'licence-change';

export interface LicenceStanding extends Omit<
  HeldLicence,
  'region' | 'issuerId' | 'years' | 'renewal' | 'code'
> {
  operations: { operation: Operation; barred: string | null }[];
  /** Days on which a renewal may be asked for, yyyy-MM-dd; null = it has no end, or its year no calendar yet. */
  renewalFrom: string | null;
  renewalUntil: string | null;
  /** Where anybody verifies it; null = it is not sealed yet. */
  verifyAt: string | null;
  /** Null, too, of one that has ended. */
  qr: Qr | null;
  /** What its regulator found; null = who decided regulates it. */
  regulation: Regulation | null;
}

/**
 * The licences somebody holds, those in force first, each with what may be done now.
 * @param verifyUrl where papers are verified, for the QR
 */
export async function licencesHeldBy(
  manager: EntityManager,
  personId: string,
  verifyUrl: (code: string) => string,
): Promise<LicenceStanding[]> {
  const rows = await manager.query<HeldLicence[]>(
    `${HELD} WHERE l.holder_person = $1 ORDER BY l.state = 'valid' DESC, l.issued_on DESC LIMIT 500`,
    [personId],
  );
  const calendar = await calendarNow(manager);
  const cases = rows.map(({ caseNumber }) => caseNumber);
  const regulations = await regulationsOf(manager, [...new Set(cases)]);
  const now = Date.now();
  return rows.map((row) => {
    const { region: _region, issuerId: _issuer, years: _years, renewal: _renewal, ...held } = row;
    const { code, ...licence } = held;
    const verifyAt = code ? verifyUrl(code) : null;
    return {
      ...licence,
      operations: OPERATIONS.map((operation) => ({
        operation,
        barred: reasonAgainst(row, operation, calendar, now),
      })),
      ...renewalDays(row, calendar, dayNumber(now)),
      verifyAt,
      // Drawn only of those that are shown to somebody: one that has ended proves nothing.
      qr: verifyAt && row.state === 'valid' ? qrOf(verifyAt) : null,
      regulation: regulations.get(row.caseNumber) ?? null,
    };
  });
}

function renewalDays(
  licence: HeldLicence,
  calendar: FrozenCalendar,
  today: number,
): Pick<LicenceStanding, 'renewalFrom' | 'renewalUntil'> {
  const window = licence.state === 'valid' ? windowIfKnown(licence, calendar, today) : null;
  const day = (at: number) => dateOf(startOfDay(at));
  return {
    renewalFrom: window && day(window.from),
    renewalUntil: window && day(window.until),
  };
}

/** Null too where the calendar of its year is not published yet. */
function windowIfKnown(
  licence: HeldLicence,
  calendar: FrozenCalendar,
  today: number,
): RenewalWindow | null {
  try {
    return renewalWindow(licence, calendar, today);
  } catch (error) {
    if (error instanceof CalendarError) return null;
    throw error;
  }
}

/** @throws DomainError 404 `licence-not-found`, 409 `licence-operation-closed` with the reason */
async function openFor(
  manager: EntityManager,
  personId: string,
  identifier: string,
  operation: Operation,
  ownCase?: string,
): Promise<HeldLicence> {
  const [licence] = await manager.query<HeldLicence[]>(
    `${HELD} WHERE l.identifier = $1 AND l.holder_person = $2`,
    [identifier, personId],
  );
  if (!licence) throw notFound('licence-not-found', '您没有这本证照，请从“我的证照”中选择。');
  if (licence.openCase === ownCase) licence.openCase = null;
  const reason = reasonAgainst(licence, operation, await calendarNow(manager), Date.now());
  if (reason) throw conflict('licence-operation-closed', reason);
  return licence;
}

/** A draft about a licence, with what is known filled in. @returns its id */
export async function draftChange(
  dataSource: DataSource,
  session: Session,
  identifier: string,
  operation: Operation,
): Promise<string> {
  const { manager } = dataSource;
  const { id: personId } = session.person;
  const licence = await openFor(manager, personId, identifier, operation);
  const id = randomUUID();
  const newValidTo = operation === 'renew' ? renewedTo(licence) : undefined;
  const form = {
    operation,
    licence: identifier,
    licenceName: licence.name,
    licenceNumber: licence.number,
    ...(newValidTo && { newValidTo }),
  };
  await manager.query(
    `INSERT INTO draft (id, person_id, item_code, region, form) VALUES ($1, $2, $3, $4, $5)`,
    [id, personId, LICENCE_CHANGE_ITEM, licence.region, JSON.stringify(sealedForm(manager, form))],
  );
  await audit(manager, {
    person: personId,
    act: 'licence.change-draft',
    target: `licence:${identifier}`,
    outcome: 'done',
    detail: { operation },
  });
  return id;
}

/**
 * Lets the one application about a licence pass. Two at the same moment wait for each other.
 * @throws DomainError 409 `licence-operation-closed`
 */
export async function requireOnlyChange(
  manager: EntityManager,
  caseNumber: string,
  form: Record<string, unknown>,
): Promise<void> {
  const identifier = String(form.licence ?? '');
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `licence/${identifier}`,
  ]);
  const [other] = await manager.query<{ number: string }[]>(
    `SELECT n.number FROM cases n JOIN cases c ON c.number = $3
      WHERE n.process_id IN ($1, c.process_id) AND NOT n.ended AND n.number <> c.number
        AND n.parent_number IS DISTINCT FROM c.number AND c.parent_number IS DISTINCT FROM n.number
        AND n.form ->> 'licence' = $2 LIMIT 1`,
    [LICENCE_CHANGE_PROCESS, identifier, caseNumber],
  );
  if (other) throw conflict('licence-operation-closed', underWay(other.number));
}

/** What a case about a licence takes along. */
export interface CheckedChange {
  /** The body that issued it, which decides. */
  leadDepartment: string;
  /** Of a renewal that was asked for as early as the law wants: when the last day is over (行政许可法 50). */
  licenceEndsAt?: Date;
}

/**
 * Checks a change again when it is handed in, or corrected: the form came back from the applicant.
 * @param ownCase the case it already is
 */
export async function checkedChange(
  manager: EntityManager,
  applicantId: string,
  form: Record<string, unknown>,
  ownCase?: string,
): Promise<CheckedChange> {
  const operation = OPERATIONS.find((each) => each === form.operation) ?? 'change';
  const licence = await openFor(
    manager,
    applicantId,
    String(form.licence ?? ''),
    operation,
    ownCase,
  );
  const expected = operation === 'renew' ? renewedTo(licence) : undefined;
  if (form.newValidTo !== expected) {
    throw conflict('licence-operation-closed', '延续后的有效期不对，请从“我的证照”重新发起。');
  }
  const { issuerId: leadDepartment, validTo } = licence;
  if (operation !== 'renew' || validTo === null) return { leadDepartment };
  const today = dayNumber(Date.now());
  const { protectedUntil } = renewalWindow(licence, await calendarNow(manager), today)!;
  if (today > protectedUntil) return { leadDepartment };
  return { leadDepartment, licenceEndsAt: new Date(startOfDay(dayOfDate(validTo) + 1)) };
}

/** What may be done with a licence now: 延续 within its days (行政许可法 50), 变更、补证、注销 while it is valid. */
import type { EntityManager } from 'typeorm';
import {
  CalendarError,
  dayNumber,
  dayOfDate,
  dateOf,
  PERMIT_RENEWAL,
  renewalOn,
  renewedUntil,
  type RenewalRules,
  startOfDay,
} from '../../../workflows/clock/index.js';
import type { FrozenCalendar } from '../../../workflows/contracts/case.js';
import { frozenCalendar } from '../../calendar/index.js';
import { ENDED_AS_OF, type EndedAs } from '../licences/index.js';
import type { LicenceState } from '../../province/index.js';
import type { ItemRenewal } from '../../catalogue/index.js';

export const OPERATIONS = ['renew', 'change', 'replace', 'cancel'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface HeldLicence {
  identifier: string;
  name: string;
  number: string;
  issuer: string;
  issuedOn: string;
  validTo: string | null;
  state: LicenceState | 'voided';
  region: string;
  issuerId: string;
  years: number | null;
  /** What the item says of its renewal. */
  renewal: ItemRenewal | null;
  /** A case about it that is not over yet. */
  openCase: string | null;
  caseNumber: string;
  /** Its paper, once it is sealed, and the code that verifies it. */
  paper: string | null;
  code: string | null;
  endedOn: string | null;
  endedAs: EndedAs | null;
  endedReason: string | null;
  endedBy: string | null;
  endedArticle: string | null;
}

export const HELD = `
  SELECT l.identifier, l.kind AS name, l.number,
         coalesce(organisation_name_on(l.issuer_org, l.issued_on), l.issuer_org) AS issuer,
         l.issued_on::text AS "issuedOn", l.valid_to::text AS "validTo", l.state, c.region,
         l.issuer_org AS "issuerId", (i.data #>> '{result,validYears}')::int AS years,
         i.data #> '{result,renewal}' AS renewal,
         (SELECT n.number FROM cases n WHERE n.process_id = 'licence-change' AND NOT n.ended
             AND n.form ->> 'licence' = l.identifier LIMIT 1) AS "openCase",
         l.case_number AS "caseNumber", paper.id AS paper, paper.code, ${ENDED_AS_OF} AS "endedAs",
         (l.ended_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "endedOn",
         l.ended_reason AS "endedReason",
         organisation_name_on(l.ended_org, l.ended_at::date) AS "endedBy",
         l.ended_article AS "endedArticle"
    FROM licence l
    JOIN cases c ON c.number = l.case_number
    LEFT JOIN LATERAL (SELECT id, code FROM official_document d
                        WHERE d.licence = l.identifier AND d.state = 'issued'
                        ORDER BY d.issued_at DESC LIMIT 1) paper ON true
    LEFT JOIN LATERAL (SELECT data FROM item WHERE item.code = l.item_code
                        ORDER BY version DESC LIMIT 1) i ON true`;

/** The days to ask for it: the item's, by a law of its own; else the permit law's (50). */
const rulesFor = ({ renewal }: HeldLicence): RenewalRules => ({
  notBefore: renewal?.notBefore ?? PERMIT_RENEWAL.notBefore,
  notAfter: renewal?.notAfter ?? PERMIT_RENEWAL.notAfter,
});

export const underWay = (number: string): string =>
  `办件 ${number} 正在办理这本证照，办完之后再申请。`;

/** Why an operation is not open now; null = it is. */
export function reasonAgainst(
  licence: HeldLicence,
  operation: Operation,
  calendar: FrozenCalendar,
  now: number,
): string | null {
  if (licence.state !== 'valid') return '证照已经失效，不能再办理。';
  if (licence.openCase) return underWay(licence.openCase);
  if (operation === 'cancel') return null;
  const { validTo } = licence;
  const today = dayNumber(now);
  if (validTo !== null && today > dayOfDate(validTo)) return '证照有效期已过，请重新申请。';
  return operation === 'renew' ? againstRenewal(licence, calendar, today) : null;
}

/** Days on which a renewal may be asked for, as day numbers. */
export interface RenewalWindow {
  from: number;
  until: number;
  /** The last day on which the law protects who asked (行政许可法 50): what is undecided at the end is granted. */
  protectedUntil: number;
}

/**
 * Counted from the day it opens, which is never before the licence was there. One that lasts no longer than
 * the notice the law wants was never early enough: it may be asked for as long as it lasts, unprotected.
 * @returns null for one without an end
 * @throws CalendarError
 */
export function renewalWindow(
  licence: HeldLicence,
  calendar: FrozenCalendar,
  today: number,
): RenewalWindow | null {
  if (licence.validTo === null) return null;
  const expires = dayOfDate(licence.validTo);
  const { from, until } = renewalOn(calendar, rulesFor(licence), { expires }, today);
  const opens = Math.max(from ?? -Infinity, dayOfDate(licence.issuedOn));
  return { from: opens, until: until >= opens ? until : expires, protectedUntil: until };
}

function againstRenewal(
  licence: HeldLicence,
  calendar: FrozenCalendar,
  today: number,
): string | null {
  try {
    const window = renewalWindow(licence, calendar, today);
    if (!window) return '这本证照长期有效，不需要延续。';
    const { from, until } = window;
    if (today < from) return `${dateOf(startOfDay(from))} 起可以申请延续。`;
    if (today <= until) return null;
    return `延续应在 ${dateOf(startOfDay(until))} 以前提出，现在已过期限，请在有效期届满后重新申请。`;
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    return '有效期届满那一年的工作日历还没有公布，公布后才能确定延续的期限。';
  }
}

export async function calendarNow(manager: EntityManager): Promise<FrozenCalendar> {
  return frozenCalendar(manager, new Date());
}

/** The last day after a renewal: the item's term anew, from the day after it ends now; else as long as it ran. */
export function renewedTo({ validTo, issuedOn, years, renewal }: HeldLicence): string | undefined {
  if (validTo === null) return undefined;
  const expires = dayOfDate(validTo);
  const ran = `${Math.max(1, expires - dayOfDate(issuedOn))}d`;
  const term = renewal?.term ?? (years === null ? ran : `${years}y`);
  return dateOf(startOfDay(renewedUntil(expires, term)));
}

/** Where a licence's life stands: from when to when it is valid, and what became of it. */
import type { EntityManager } from 'typeorm';
import { dateOf, dayOfDate, startOfDay } from '../../../workflows/clock/index.js';
import { type Regulation, regulationOf } from '../regulation/index.js';
import { ENDED_AS_OF, type EndedAs } from '../licences/index.js';

export const LIVES = [
  'valid',
  'not-yet',
  'expired',
  'changed',
  'renewed',
  'replaced',
  'revoked',
  'cancelled',
  'voided',
] as const;

/** Days are yyyy-MM-dd. */
export interface Life {
  state: (typeof LIVES)[number];
  /** Since when it is no longer valid. */
  since: string | null;
  /** The body that decided so, the article it rests on, and why. */
  by: string | null;
  article: string | null;
  reason: string | null;
}

export interface LicenceLife extends Life {
  identifier: string;
  number: string;
  name: string;
  validFrom: string;
  validTo: string | null;
  /** The version that took its place; its code is its paper's, once that is sealed. */
  next: { identifier: string; code: string | null } | null;
  /** What its regulator found; null = who decided regulates it. */
  regulation: Regulation | null;
}

interface Row {
  identifier: string;
  number: string;
  name: string;
  validFrom: string;
  validTo: string | null;
  caseNumber: string;
  endedAs: EndedAs | null;
  endedOn: string | null;
  by: string | null;
  article: string | null;
  reason: string | null;
  next: LicenceLife['next'];
}

/** Undefined where this platform issued none of that identifier. */
export async function lifeOfLicence(
  manager: EntityManager,
  identifier: string,
  now: number,
): Promise<LicenceLife | undefined> {
  const [row] = await manager.query<Row[]>(
    `SELECT l.identifier, l.number, l.kind AS name, l.issued_on::text AS "validFrom",
            l.valid_to::text AS "validTo", l.case_number AS "caseNumber", ${ENDED_AS_OF} AS "endedAs",
            organisation_name_on(l.ended_org, l.ended_at::date) AS by, l.ended_article AS article,
            (l.ended_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "endedOn",
            l.ended_reason AS reason,
            (SELECT jsonb_build_object('identifier', n.identifier, 'code',
                      (SELECT code FROM official_document WHERE licence = n.identifier
                          AND signature IS NOT NULL ORDER BY issued_at DESC LIMIT 1))
               FROM licence n WHERE n.replaces = l.identifier
              ORDER BY n.issued_on DESC, n.identifier DESC LIMIT 1) AS next
       FROM licence l
      WHERE l.identifier = $1`,
    [identifier],
  );
  if (!row) return undefined;
  const { number, name, validFrom, validTo, next } = row;
  const regulation = await regulationOf(manager, row.caseNumber);
  const facts = { identifier, number, name, validFrom, validTo, next, regulation };
  return { ...facts, ...lifeOf(row, dateOf(now)) };
}

function lifeOf(row: Row, today: string): Life {
  const { endedAs, endedOn, by, article, reason, validFrom, validTo } = row;
  if (endedAs) return { state: endedAs, since: endedOn, by, article, reason };
  const standing = { since: null, by: null, article: null, reason: null };
  if (validFrom > today) return { state: 'not-yet', ...standing };
  if (validTo === null || validTo >= today) return { state: 'valid', ...standing };
  // Nobody decided it: its last day is over.
  return { state: 'expired', ...standing, since: dateOf(startOfDay(dayOfDate(validTo) + 1)) };
}

/** 1.2.156.3005.2… */
const IDENTIFIER = /^1\.2\.156\.3005\.2\.[0-9A-Z.]{1,120}$/;

/**
 * Identifier of the licence somebody means by its identifier or number: of versions with one number the
 * one in force, else the latest.
 */
export async function licenceNamed(
  manager: EntityManager,
  name: string,
): Promise<string | undefined> {
  if (IDENTIFIER.test(name)) return name;
  const [row] = await manager.query<{ identifier: string }[]>(
    `SELECT identifier FROM licence WHERE number = $1
      ORDER BY state = 'valid' DESC, issued_on DESC, identifier DESC LIMIT 1`,
    [name],
  );
  return row?.identifier;
}

/**
 * Whether a paper is real and still holds. Who has the code in its QR has held the paper, and is told what
 * stands on it; a licence's number can be guessed, and who has no more learns whether it holds, and nothing
 * of whose it is.
 */
import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { masked } from '../../platform/masking.js';
import { isoDay } from './chinese-date.js';
import { wholeDocument, type WholeDocument } from './documents.js';
import { licenceNamed, lifeOfLicence, type LicenceLife, type Life } from './licence-life.js';
import type { Check } from './seal-checks.js';

/** A paper with what is said of it beside its words. */
export interface FoundPaper extends WholeDocument {
  applicant: string;
  item: string;
  organisationId: string;
  /** Whether it was asked for by the code in its QR, and not by what can be guessed. */
  byCode: boolean;
}

export interface Verified {
  name: string;
  number: string | null;
  organisation: string;
  /** yyyy-MM-dd */
  dated: string | null;
  /** Of the paper and of the licence it carries. */
  life: Life;
  licence: LicenceLife | null;
  /** 张*梅; it and what follows, with reasons and codes, only for who has the code. */
  applicant: string | null;
  item: string | null;
  code: string | null;
  digest: string | null;
  sealName: string;
  signedAt: string;
  /** In the order they are made. */
  checks: Check[];
}

/** Family name and last letter stay; of two letters the first. */
export function maskedName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return '*';
  if (letters.length === 2) return `${letters[0]!}*`;
  return `${letters[0]!}${'*'.repeat(letters.length - 2)}${letters.at(-1)!}`;
}

const CODE = /^[0-9a-f]{32}$/;

/**
 * The paper somebody means by the code in its QR, by a licence's number or by its identifier, once it
 * was issued.
 * @throws DomainError `verification-code-unknown`, for what was never issued too
 */
export async function paperNamed(manager: EntityManager, name: string): Promise<FoundPaper> {
  const byCode = CODE.test(name);
  const [row] = await manager.query<
    Pick<FoundPaper, 'id' | 'applicant' | 'item' | 'organisationId'>[]
  >(
    `SELECT d.id, coalesce(p.name, '') AS applicant, c.item_name AS item,
            d.organisation_id AS "organisationId"
       FROM official_document d JOIN cases c ON c.number = d.case_number
       LEFT JOIN person p ON p.id = c.applicant_id
      WHERE d.signature IS NOT NULL AND (d.code = $1 OR d.licence = $2)
      ORDER BY d.issued_at DESC LIMIT 1`,
    byCode ? [name, null] : [null, (await licenceNamed(manager, name)) ?? null],
  );
  const document = row && (await wholeDocument(manager, row.id));
  if (document) return { ...document, ...row, byCode };
  throw notFound(
    'verification-code-unknown',
    '没有查到对应的文书或者证照。请核对核验码、证号或者电子证照标识是否完整；如二维码来自纸面，谨防假冒。',
  );
}

/** @param checks what was found of its seal */
export async function verified(
  manager: EntityManager,
  paper: FoundPaper,
  checks: Check[],
  now: number,
): Promise<Verified> {
  const found = paper.licence ? await lifeOfLicence(manager, paper.licence, now) : undefined;
  const licence = found ?? null;
  const all: Verified = {
    name: paper.name,
    number: paper.number,
    organisation: paper.organisation,
    dated: paper.dated,
    life: lifeOfPaper(paper) ?? (licence && lifeIn(licence)) ?? STANDS,
    licence,
    applicant: maskedName(paper.applicant),
    item: paper.item,
    code: paper.code,
    digest: paper.digest!,
    sealName: paper.sealName!,
    signedAt: paper.signedAt!,
    checks,
  };
  return paper.byCode ? withoutNumbers(all) : impersonal(all);
}

/** Free text may hold the number, the telephone or the account of somebody else than who shows the paper. */
const withoutNumbers = ({ life, licence, ...rest }: Verified): Verified => ({
  ...rest,
  life: masked(life),
  licence: licence && {
    ...licence,
    reason: masked(licence.reason),
    regulation: licence.regulation && {
      ...licence.regulation,
      text: masked(licence.regulation.text),
    },
  },
});

/** What anybody may learn who has nothing but a number: free text may name people, a code opens the paper. */
function impersonal({ life, licence, ...rest }: Verified): Verified {
  return {
    ...{ ...rest, applicant: null, item: null, code: null, digest: null },
    life: { ...life, reason: null },
    licence: licence && {
      ...{ ...licence, reason: null },
      next: licence.next && { ...licence.next, code: null },
      regulation: licence.regulation && { ...licence.regulation, text: null },
    },
  };
}

const STANDS: Life = { state: 'valid', since: null, by: null, article: null, reason: null };

const lifeIn = ({ state, since, by, article, reason }: LicenceLife): Life => ({
  ...{ state, since, by, article, reason },
});

/** What became of the paper itself; null = it stands. */
function lifeOfPaper(paper: FoundPaper): Life | null {
  const { endedAs, endedAt, endedBy: by, endedArticle: article, endedReason: reason } = paper;
  const voided = { since: null, by: paper.organisation, article: null, reason: paper.voidReason };
  if (paper.state === 'void') return { state: 'voided', ...voided };
  return (
    endedAs && { state: endedAs, since: endedAt && isoDay(new Date(endedAt)), by, article, reason }
  );
}

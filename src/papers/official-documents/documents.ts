/** Documents of a case as people read and keep them. */
import type { EntityManager } from 'typeorm';
import type { EndedAs } from '../licences/index.js';
import { kindOf, nameOf } from './kinds/index.js';
import type { Content } from './template.js';

export type DocumentState = 'awaiting-approval' | 'returned' | 'sealing' | 'issued' | 'void';

const STATE_NAMES: Record<DocumentState, string> = {
  'awaiting-approval': '待用印审批',
  returned: '已退回修改',
  sealing: '正在用印',
  issued: '已出具',
  void: '已作废',
};

/** One in a list. */
export interface DocumentView {
  id: string;
  caseNumber: string;
  /** Of its case: what tells a 一件事's papers apart. */
  itemName: string;
  /** acceptance-notice, grant-decision, licence … */
  kind: string;
  /** 受理通知书; of a licence its own name. */
  name: string;
  /** Identifier of the e-licence, where it is one. */
  licence: string | null;
  number: string | null;
  state: DocumentState;
  stateName: string;
  organisation: string;
  /** ISO 8601. */
  draftedAt: string;
  issuedAt: string | null;
  /** SM3 of what was sealed, hex. */
  digest: string | null;
  /** Whether there is a PDF; licences and papers of earlier releases are sealed texts. */
  pdf: boolean;
  deliveredAt: string | null;
  deliveryWay: 'electronic' | 'window' | 'post' | null;
  returnReason: string | null;
  /** Why the seal is not on it yet; the platform goes on trying. */
  problem: string | null;
  /** What became of it: another took its place, it was revoked, cancelled, or is void; null = it stands. */
  endedAs: EndedAs | null;
}

/** The document word for word, with what proves it. */
export interface WholeDocument extends DocumentView {
  /** Null for a sealed text. */
  content: Content | null;
  /** The very text that was sealed (JSON), where it is no PDF. */
  sealedText: string | null;
  /** yyyy-MM-dd */
  dated: string | null;
  code: string;
  sealName: string | null;
  sealId: string | null;
  publicKey: string | null;
  signature: string | null;
  signedAt: string | null;
  voidReason: string | null;
  /** Of a paper that came to its end: when (ISO 8601), why, by which article and body. */
  endedAt: string | null;
  endedReason: string | null;
  endedArticle: string | null;
  endedBy: string | null;
  fileKey: string | null;
}

type Raw<View> = Omit<
  View,
  'name' | 'stateName' | 'draftedAt' | 'issuedAt' | 'deliveredAt' | 'signedAt' | 'endedAt'
> & {
  licenceName: string | null;
  itemType: string;
  draftedAt: Date;
  issuedAt: Date | null;
  deliveredAt: Date | null;
  signedAt?: Date | null;
  endedAt?: Date | null;
};

const COLUMNS = `
  d.id, d.case_number AS "caseNumber", c.item_name AS "itemName", d.kind, d.number, d.state,
  CASE WHEN d.kind = 'licence' THEN d.sealed_text::jsonb ->> 'name' END AS "licenceName",
  i.type AS "itemType",
  d.licence, d.ended_as AS "endedAs",
  -- The name on the day of the paper.
  coalesce(organisation_name_on(d.organisation_id, d.drafted_at::date), d.organisation_id)
    AS organisation, d.drafted_at AS "draftedAt",
  d.issued_at AS "issuedAt", d.digest, d.file_key IS NOT NULL AS pdf,
  e.delivered_at AS "deliveredAt", e.way AS "deliveryWay", d.return_reason AS "returnReason",
  CASE WHEN d.state = 'sealing' THEN d.last_error END AS problem`;
const WHOLE = `${COLUMNS}, d.content, d.sealed_text AS "sealedText", d.dated::text, d.code,
  d.seal_name AS "sealName", d.seal_id AS "sealId", d.public_key AS "publicKey", d.signature,
  d.signed_at AS "signedAt", d.void_reason AS "voidReason", d.file_key AS "fileKey",
  d.ended_at AS "endedAt", d.ended_reason AS "endedReason", d.ended_article AS "endedArticle",
  organisation_name_on(d.ended_org, d.ended_at::date) AS "endedBy"`;
const FROM = `FROM official_document d JOIN cases c ON c.number = d.case_number
  JOIN item i ON i.code = c.item_code AND i.version = c.item_version
  LEFT JOIN document_delivery e ON e.document_id = d.id`;

function viewOf<View>({
  licenceName,
  itemType,
  ...row
}: Raw<View> & { kind: string; state: string }): View {
  return {
    ...row,
    name: licenceName ?? nameOf(kindOf(row.kind), itemType),
    stateName: STATE_NAMES[row.state as DocumentState],
    draftedAt: row.draftedAt.toISOString(),
    issuedAt: row.issuedAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    ...(row.signedAt !== undefined && { signedAt: row.signedAt?.toISOString() ?? null }),
    ...(row.endedAt !== undefined && { endedAt: row.endedAt?.toISOString() ?? null }),
  } as View;
}

/**
 * Documents of a case and its children, oldest first.
 * @param drafts whether those that are not issued yet, or came to nothing, are among them
 */
export async function documentsOfFamily(
  manager: EntityManager,
  caseNumber: string,
  drafts: boolean,
): Promise<DocumentView[]> {
  const rows = await manager.query<Raw<DocumentView>[]>(
    `SELECT ${COLUMNS} ${FROM}
      WHERE d.case_number IN (SELECT number FROM cases WHERE number = $1 OR parent_number = $1)
        AND (d.state = 'issued' OR $2 AND d.void_reason IS DISTINCT FROM '所依据的步骤没有发生')
      ORDER BY coalesce(d.issued_at, d.drafted_at), d.id`,
    [caseNumber, drafts],
  );
  return rows.map((row) => viewOf<DocumentView>(row));
}

/** Undefined when there is none of that id. */
export async function wholeDocument(
  manager: EntityManager,
  id: string,
): Promise<WholeDocument | undefined> {
  const [row] = await manager.query<Raw<WholeDocument>[]>(
    `SELECT ${WHOLE} ${FROM} WHERE d.id = $1`,
    [id],
  );
  return row && viewOf<WholeDocument>(row);
}

/**
 * What waits, or cannot be sealed, of one body or of all; oldest first.
 * @param person of whose own cases nothing is told
 */
export async function documentsWaiting(
  manager: EntityManager,
  organisationId: string | null,
  person: string,
): Promise<DocumentView[]> {
  const rows = await manager.query<Raw<DocumentView>[]>(
    `SELECT ${COLUMNS} ${FROM}
      WHERE d.state IN ('awaiting-approval', 'returned', 'sealing')
        AND ($1::text IS NULL OR d.organisation_id = $1)
        AND NOT EXISTS (SELECT 1 FROM cases o WHERE o.number = d.case_number
                           AND $2 IN (o.applicant_id, o.agent_id))
      ORDER BY d.drafted_at LIMIT 200`,
    [organisationId, person],
  );
  return rows.map((row) => viewOf<DocumentView>(row));
}

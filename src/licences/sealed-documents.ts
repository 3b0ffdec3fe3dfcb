/** Sealed documents of a case as people read and keep them. */
import type { EntityManager } from 'typeorm';

/** One in a list. */
export interface SealedDocumentView {
  /** SM3 of what was sealed, hex: it is also the document's address. */
  digest: string;
  caseNumber: string;
  /** licence, receipt, grant-notice, refusal-notice … */
  document: string;
  /** Name of the licence, where it is one. */
  name: string | null;
  /** Identifier of the e-licence, where it is one. */
  licence: string | null;
  organisation: string;
  /** ISO 8601. */
  signedAt: string;
}

/** The document word for word, with what proves it. */
export interface WholeSealedDocument extends SealedDocumentView {
  /** The very text that was sealed, JSON. */
  content: string;
  sealName: string;
  sealId: string;
  publicKey: string;
  signature: string;
}

type Row<View> = Omit<View, 'signedAt'> & { signedAt: Date };

const COLUMNS = `
  d.digest, d.case_number AS "caseNumber", d.document,
  CASE WHEN d.document = 'licence' THEN d.content::jsonb ->> 'name' END AS name,
  CASE WHEN d.document = 'licence' THEN d.content::jsonb ->> 'identifier' END AS licence,
  coalesce(o.name, d.organisation_id) AS organisation, d.signed_at AS "signedAt"`;

const dated = <View>(row: Row<View>) =>
  ({ ...row, signedAt: row.signedAt.toISOString() }) as unknown as View;

/** Documents of a case and its children, oldest first. */
export async function documentsOfFamily(
  manager: EntityManager,
  caseNumber: string,
): Promise<SealedDocumentView[]> {
  const rows = await manager.query<Row<SealedDocumentView>[]>(
    `SELECT ${COLUMNS} FROM sealed_document d LEFT JOIN organisation o ON o.id = d.organisation_id
      WHERE d.case_number IN (SELECT number FROM cases WHERE number = $1 OR parent_number = $1)
      ORDER BY d.signed_at, d.key`,
    [caseNumber],
  );
  return rows.map((row) => dated<SealedDocumentView>(row));
}

/** A document of the case itself; undefined when there is none of that digest. */
export async function wholeDocument(
  manager: EntityManager,
  caseNumber: string,
  digest: string,
): Promise<WholeSealedDocument | undefined> {
  const [row] = await manager.query<Row<WholeSealedDocument>[]>(
    `SELECT ${COLUMNS}, d.content, d.seal_name AS "sealName", d.seal_id AS "sealId",
            d.public_key AS "publicKey", d.signature
       FROM sealed_document d LEFT JOIN organisation o ON o.id = d.organisation_id
      WHERE d.case_number = $1 AND d.digest = $2 LIMIT 1`,
    [caseNumber, digest],
  );
  return row && dated<WholeSealedDocument>(row);
}

/**
 * From approved to issued: number and words if it has none yet, the PDF, its SM3 digest under the
 * province's e-seal. Each part is kept before the next begins, so that a repeat goes on where it was:
 * the same bytes, the same digest, the same signature.
 */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { SealSystem } from '../../province/index.js';
import type { FactsOf } from './facts.js';
import { makeEffective } from './approval.js';
import { writePdf } from './pdf/page.js';
import type { Content } from './template.js';

/** Where bytes are kept; the platform's storage. */
export interface DocumentStore {
  put(key: string, bytes: Buffer): Promise<void>;
}

export interface SealingParts {
  dataSource: DataSource;
  seals: SealSystem;
  store: DocumentStore;
  /** Address people reach the platform at; the QR leads there. */
  publicUrl: string;
}

interface Row extends FactsOf {
  id: string;
  kind: string;
  code: string;
  number: string | null;
  dated: string | null;
  content: Content | null;
  digest: string | null;
  organisation: string;
}

/** Where a document is verified. */
export const verificationAddress = (publicUrl: string, code: string): string =>
  new URL(`/verify/${code}`, publicUrl).href;

const digestOf = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex');

/** Upon the body's name (GB/T 38540). */
const SEAL_POSITION = { page: 'last', anchor: 'organisation' } as const;

/**
 * Issues a document that may be sealed. Safe to repeat; two at once do the same twice.
 * @throws DomainError `document-word-missing`; ProvinceRefused | ProvinceUnavailable; then it stays as it is
 */
export async function issueDocument(parts: SealingParts, id: string): Promise<void> {
  await prepare(parts.dataSource, id);
  const row = await read(parts.dataSource, id);
  if (!row?.content || row.number === null) return;
  const digest = row.digest ?? (await keepPdf(parts, row, row.content, row.number));
  const owner = { id: row.organisationId, name: row.organisation };
  const { sealId, sealName, publicKey, value, signedAt } = await parts.seals.sign(
    `document/${id}`,
    owner,
    digest,
    SEAL_POSITION,
  );
  await parts.dataSource.query(
    `UPDATE official_document SET state = 'issued', seal_id = $2, seal_name = $3, public_key = $4,
            signature = $5, signed_at = $6, issued_at = now(), last_error = NULL
      WHERE id = $1 AND state = 'sealing'`,
    [id, sealId, sealName, publicKey, value, signedAt],
  );
}

/** One that needs no approval takes its number only now. */
async function prepare(dataSource: DataSource, id: string): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [row] = await manager.query<
      (FactsOf & { id: string; kind: string; number: string | null })[]
    >(
      `SELECT id, kind, number, case_number AS "caseNumber", organisation_id AS "organisationId", act,
              amendments FROM official_document
        WHERE id = $1 AND state = 'sealing' AND number IS NULL FOR UPDATE`,
      [id],
    );
    if (row) await makeEffective(manager, row, new Date());
  });
}

async function read(dataSource: DataSource, id: string): Promise<Row | undefined> {
  const [row] = await dataSource.query<Row[]>(
    `SELECT d.id, d.kind, d.code, d.number, d.dated::text, d.content, d.digest, d.act, d.amendments,
            d.case_number AS "caseNumber", d.organisation_id AS "organisationId",
            coalesce(o.name, d.organisation_id) AS organisation
       FROM official_document d LEFT JOIN organisation o ON o.id = d.organisation_id
      WHERE d.id = $1 AND d.state = 'sealing'`,
    [id],
  );
  return row;
}

/** @returns the digest of the bytes that are kept */
async function keepPdf(
  { dataSource, store, publicUrl }: SealingParts,
  row: Row,
  content: Content,
  number: string,
): Promise<string> {
  const bytes = await writePdf({
    content,
    number,
    organisation: row.organisation,
    dated: new Date(`${row.dated!}T00:00:00+08:00`),
    verifyAt: verificationAddress(publicUrl, row.code),
  });
  const digest = digestOf(bytes);
  // By its digest: two that write at once for different addresses do not overwrite each other.
  const key = `official/${row.id}-${digest.slice(0, 16)}.pdf`;
  await store.put(key, bytes);
  const [rows] = await dataSource.query<[{ digest: string }[], number]>(
    `UPDATE official_document SET digest = coalesce(digest, $2),
            file_key = CASE WHEN digest IS NULL THEN $3 ELSE file_key END,
            size = CASE WHEN digest IS NULL THEN $4 ELSE size END
      WHERE id = $1 RETURNING digest`,
    [row.id, digest, key, bytes.length],
  );
  return rows[0]!.digest;
}

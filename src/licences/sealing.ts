/** Official documents under an e-seal: what was sealed is kept word for word beside its signature. */
import { sm3 } from 'sm-crypto-v2';
import type { DataSource } from 'typeorm';
import type { SealOwner, SealSystem } from '../province/index.js';

/** Flat on purpose: what is sealed must have one text only. */
export type DocumentContent = Record<string, string | number | null>;

export interface DocumentToSeal {
  key: string;
  caseNumber: string;
  /** licence, receipt, grant-notice, refusal-notice … */
  document: string;
  /** Whose seal it is. */
  organisation: SealOwner;
  content: DocumentContent;
  /** The licence this document is, when it is one. */
  licence?: string;
}

export interface SealedDocument {
  sealId: string;
  /** SM3 of the content, hex. */
  digest: string;
  /** ISO 8601. */
  signedAt: string;
}

/** Members in the order of their names, so that the same content always has the same text. */
function canonical(content: DocumentContent): string {
  return JSON.stringify(content, Object.keys(content).sort());
}

/** Seals the document's SM3 digest; one signature per key. */
export async function sealDocument(
  dataSource: DataSource,
  system: SealSystem,
  { key, caseNumber, document, organisation, content, licence }: DocumentToSeal,
): Promise<SealedDocument> {
  const text = canonical(content);
  const digest = sm3(text);
  const { sealId, sealName, publicKey, value, signedAt } = await system.sign(
    key,
    organisation,
    digest,
  );
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO sealed_document (key, case_number, document, organisation_id, content, digest,
                                    seal_id, seal_name, public_key, signature, signed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (key) DO NOTHING`,
      [
        key,
        caseNumber,
        document,
        organisation.id,
        text,
        digest,
        sealId,
        sealName,
        publicKey,
        value,
        signedAt,
      ],
    );
    if (licence !== undefined) {
      await manager.query(`UPDATE licence SET seal_signature = $2 WHERE identifier = $1`, [
        licence,
        value,
      ]);
    }
  });
  return { sealId, digest, signedAt };
}

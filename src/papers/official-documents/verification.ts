/** Whether a paper is real: what anybody who holds its code may know, and no more. */
import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { wholeDocument, type WholeDocument } from './documents.js';

export interface Verified {
  name: string;
  number: string | null;
  organisation: string;
  /** yyyy-MM-dd */
  dated: string | null;
  state: 'valid' | 'void';
  voidReason: string | null;
  /** 张*梅 */
  applicant: string;
  item: string;
  digest: string;
  sealName: string;
  signedAt: string;
  /** Whether the signature fits the digest and the seal's public key. */
  sealGood: boolean;
  /** Whether what is kept still has this digest; null = it could not be read. */
  intact: boolean | null;
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
 * The document of a code, once it was issued.
 * @throws DomainError `verification-code-unknown`, for what was never issued too
 */
export async function documentOfCode(
  manager: EntityManager,
  code: string,
): Promise<WholeDocument & { applicant: string; item: string }> {
  const [row] = CODE.test(code)
    ? await manager.query<{ id: string; applicant: string; item: string }[]>(
        `SELECT d.id, coalesce(p.name, '') AS applicant, c.item_name AS item
           FROM official_document d JOIN cases c ON c.number = d.case_number
           LEFT JOIN person p ON p.id = c.applicant_id
          WHERE d.code = $1 AND d.signature IS NOT NULL`,
        [code],
      )
    : [];
  const document = row && (await wholeDocument(manager, row.id));
  if (document) return { ...document, applicant: row.applicant, item: row.item };
  throw notFound(
    'verification-code-unknown',
    '没有这个核验码对应的文书。请核对网址是否完整；如二维码来自纸面，谨防假冒。',
  );
}

/** @param kept the bytes of the PDF as they are kept; null = they could not be read */
export function verified(
  document: WholeDocument & { applicant: string; item: string },
  kept: Buffer | null,
): Verified {
  const bytes = document.sealedText === null ? kept : Buffer.from(document.sealedText);
  return {
    name: document.name,
    number: document.number,
    organisation: document.organisation,
    dated: document.dated,
    state: document.state === 'void' ? 'void' : 'valid',
    voidReason: document.voidReason,
    applicant: maskedName(document.applicant),
    item: document.item,
    digest: document.digest!,
    sealName: document.sealName!,
    signedAt: document.signedAt!,
    sealGood: isSigned(document),
    intact: bytes && sm3Of(bytes) === document.digest,
  };
}

export const sm3Of = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex');

function isSigned({ digest, signature, publicKey }: WholeDocument): boolean {
  try {
    const bytes = Uint8Array.from(Buffer.from(digest!, 'hex'));
    return sm2.doVerifySignature(bytes, signature!, publicKey!, { hash: true, der: true });
  } catch {
    return false; // Not a signature at all.
  }
}

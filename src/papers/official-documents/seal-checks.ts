/**
 * Whether a seal on a paper is good: against the certificate of the seal system, in the order of GB/T
 * 38540, each check by itself, so that who asks is told which one failed.
 */
import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { ProvinceRefused, type SealCertificate, type SealSystem } from '../../province/index.js';

/** The seal is known; it is the body's; it was good when it signed; it signed this; this is what is kept. */
export const CHECKS = ['certificate', 'owner', 'in-force', 'signature', 'original'] as const;
export type CheckName = (typeof CHECKS)[number];

export const OUTCOMES = ['passed', 'failed', 'unknown'] as const;
export type CheckOutcome = (typeof OUTCOMES)[number];

export interface Check {
  check: CheckName;
  outcome: CheckOutcome;
}

export interface Signed {
  organisationId: string;
  /** SM3, hex. */
  digest: string;
  /** SM2, DER, hex. */
  signature: string;
  sealId: string;
  /** ISO 8601. */
  signedAt: string;
}

/** `unknown-seal` = the seal system has none of that id; null = it did not answer. */
export type FoundCertificate = SealCertificate | 'unknown-seal' | null;

export async function certificateOf(seals: SealSystem, sealId: string): Promise<FoundCertificate> {
  try {
    return await seals.certificate(sealId);
  } catch (error) {
    // Any other refusal says nothing of the seal: our signature, our time, a proxy between us.
    const unknown = error instanceof ProvinceRefused && error.code === 'unknown-seal';
    return unknown ? 'unknown-seal' : null;
  }
}

/** @param kept the bytes as they are kept; null = they could not be read */
export function checksOf(signed: Signed, found: FoundCertificate, kept: Buffer | null): Check[] {
  const known = found !== null && found !== 'unknown-seal' ? found : null;
  const ask = (holds: (certificate: SealCertificate) => boolean): CheckOutcome =>
    known === null ? 'unknown' : outcomeOf(holds(known));
  return [
    { check: 'certificate', outcome: found === null ? 'unknown' : outcomeOf(known !== null) },
    {
      check: 'owner',
      outcome: ask(({ organisation }) => organisation === signed.organisationId),
    },
    { check: 'in-force', outcome: ask((certificate) => isInForce(certificate, signed.signedAt)) },
    { check: 'signature', outcome: ask(({ publicKey }) => isSealed(signed, publicKey)) },
    {
      check: 'original',
      outcome: kept === null ? 'unknown' : outcomeOf(sm3Of(kept) === signed.digest),
    },
  ];
}

const outcomeOf = (holds: boolean): CheckOutcome => (holds ? 'passed' : 'failed');

/** What a seal signed before it was revoked stays signed. */
function isInForce({ validFrom, validTo, revokedAt }: SealCertificate, signedAt: string): boolean {
  const at = Date.parse(signedAt);
  return (
    at >= Date.parse(validFrom) &&
    at <= Date.parse(validTo) &&
    (revokedAt === null || at < Date.parse(revokedAt))
  );
}

/** Whether a signature (SM2, DER, hex) is on a digest (SM3, hex) by the holder of the key. */
export function isSealed(
  { digest, signature }: Pick<Signed, 'digest' | 'signature'>,
  publicKey: string,
): boolean {
  try {
    const bytes = Uint8Array.from(Buffer.from(digest, 'hex'));
    return sm2.doVerifySignature(bytes, signature, publicKey, { hash: true, der: true });
  } catch {
    return false; // Not a signature at all.
  }
}

export const sm3Of = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex');

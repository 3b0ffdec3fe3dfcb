import { sm2 } from 'sm-crypto-v2';
import type { Journal } from '../journal.js';
import { Problem } from '../problems.js';

/** The e-seal of one organisation. */
export interface Seal {
  id: string;
  organisation: string;
  name: string;
  publicKey: string;
  privateKey: string;
  /** ISO 8601. */
  validFrom: string;
  validTo: string;
  revokedAt: string | null;
}

/** What everybody may know of a seal (GB/T 38540: owner, key, from when to when, revoked or not). */
export type Certificate = Omit<Seal, 'privateKey'>;

/** How long a seal is good for, in ms. */
const SEAL_LIFE = 5 * 365 * 86_400_000;

export interface Signature {
  /** The caller's idempotency key. */
  key: string;
  sealId: string;
  sealName: string;
  publicKey: string;
  /** SM3 digest that was signed, hex. */
  digest: string;
  /** SM2 signature, DER, hex. */
  value: string;
  signedAt: string;
}

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

const lifeFrom = (at: number) => ({
  validFrom: new Date(at).toISOString(),
  validTo: new Date(at + SEAL_LIFE).toISOString(),
  revokedAt: null,
});

/** 电子印章: SM2 signatures over SM3 digests, one key pair per organisation. */
export class Seals {
  constructor(
    private readonly seals: Journal<Seal>,
    private readonly signatures: Journal<Signature>,
  ) {}

  /** The organisation's seal. The stand-in cuts one for whoever asks first. */
  sealOf(organisation: string, name: string): Seal {
    return (
      this.seals.get(organisation) ??
      this.seals.put({
        id: `seal-${organisation}`,
        organisation,
        name: `${name}电子印章（演示）`,
        ...sm2.generateKeyPairHex(),
        ...lifeFrom(Date.now()),
      })
    );
  }

  /** @throws Problem 404 */
  certificate(id: string): Certificate {
    const { privateKey: _, ...known } = this.byId(id);
    // Seals that an earlier stand-in cut had no dates.
    return { ...lifeFrom(Date.parse('2025-01-01T00:00:00Z')), ...known };
  }

  /** The seal is no longer good from now on; what it signed before stays signed. @throws Problem 404 */
  revoke(id: string): Certificate {
    this.seals.put({ ...this.byId(id), revokedAt: new Date().toISOString() });
    return this.certificate(id);
  }

  private byId(id: string): Seal {
    const seal = [...this.seals.values()].find((one) => one.id === id);
    if (seal) return seal;
    throw new Problem(404, 'unknown-seal', `没有编号为 ${id} 的电子印章。`);
  }

  /**
   * Signs a digest once per key.
   * @param digest SM3, 64 hex digits
   * @throws Problem 409 when the key was used for another document
   */
  sign(key: string, seal: Seal, digest: string): Signature {
    const made = this.signatures.get(key);
    if (made && made.digest !== digest) {
      throw new Problem(409, 'key-used', '同一业务流水号已为另一份文书用印。');
    }
    if (made) return made;
    if (seal.revokedAt) throw new Problem(409, 'seal-revoked', `${seal.name}已经停用。`);
    return this.signatures.put(this.newSignature(key, seal, digest));
  }

  private newSignature(key: string, seal: Seal, digest: string): Signature {
    const { id: sealId, name: sealName, publicKey, privateKey } = seal;
    const value = sm2.doSignature(bytes(digest), privateKey, { hash: true, der: true, publicKey });
    return { key, sealId, sealName, publicKey, digest, value, signedAt: new Date().toISOString() };
  }

  verify(digest: string, value: string, publicKey: string): boolean {
    try {
      return sm2.doVerifySignature(bytes(digest), value, publicKey, { hash: true, der: true });
    } catch {
      return false; // Not a signature at all.
    }
  }
}

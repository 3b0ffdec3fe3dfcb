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
}

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
      })
    );
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
    return made ?? this.signatures.put(this.newSignature(key, seal, digest));
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

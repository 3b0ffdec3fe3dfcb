import { sm2 } from 'sm-crypto-v2';
import type { Journal } from '../journal.js';

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

  /** Signs a digest once per key. @param digest SM3, 64 hex digits */
  sign(key: string, seal: Seal, digest: string): Signature {
    return (
      this.signatures.get(key) ??
      this.signatures.put({
        key,
        sealId: seal.id,
        sealName: seal.name,
        publicKey: seal.publicKey,
        digest,
        value: sm2.doSignature(bytes(digest), seal.privateKey, {
          hash: true,
          der: true,
          publicKey: seal.publicKey,
        }),
        signedAt: new Date().toISOString(),
      })
    );
  }

  verify(digest: string, value: string, publicKey: string): boolean {
    try {
      return sm2.doVerifySignature(bytes(digest), value, publicKey, { hash: true, der: true });
    } catch {
      return false; // Not a signature at all.
    }
  }
}

import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';

/** An organisation as the seal system knows it. */
export interface SealOwner {
  id: string;
  name: string;
}

export interface Seal {
  id: string;
  name: string;
  publicKey: string;
}

export interface SealSignature {
  sealId: string;
  sealName: string;
  /** SM2 public key, hex. */
  publicKey: string;
  /** SM2 signature over the digest, DER, hex. */
  value: string;
  /** ISO 8601. */
  signedAt: string;
}

/** A seal as its maker vouches for it (GB/T 38540). Instants are ISO 8601. */
export interface SealCertificate {
  id: string;
  name: string;
  /** Id of the organisation whose seal it is. */
  organisation: string;
  /** SM2, hex. */
  publicKey: string;
  validFrom: string;
  validTo: string;
  revokedAt: string | null;
}

/** Where on a document the seal stands: a page, and the words it lies upon. */
export interface SealPosition {
  page: number | 'last';
  anchor: string;
}

/** 电子印章 (GB/T 38540). Every method throws ProvinceRefused or ProvinceUnavailable. */
export interface SealSystem {
  list(owner: SealOwner): Promise<Seal[]>;
  /**
   * @param key the same key gets the same signature
   * @param digest SM3 of the document, 64 hex digits
   * @param position where on the document it stands
   */
  sign(
    key: string,
    owner: SealOwner,
    digest: string,
    position?: SealPosition,
  ): Promise<SealSignature>;
  verify(digest: string, signature: string, publicKey: string): Promise<boolean>;
  /** ProvinceRefused for a seal it does not know. */
  certificate(sealId: string): Promise<SealCertificate>;
}

export class HttpSealSystem implements SealSystem {
  constructor(private readonly gateway: ProvinceGateway) {}

  async list(organisation: SealOwner) {
    const answer = await this.gateway.post('/seals/query', { organisation });
    return new ProvinceAnswer(answer).list('items').map((seal) => ({
      id: seal.text('id'),
      name: seal.text('name'),
      publicKey: seal.text('publicKey'),
    }));
  }

  async sign(key: string, organisation: SealOwner, digest: string, position?: SealPosition) {
    const request = { key, organisation, digest, position };
    const answer = new ProvinceAnswer(await this.gateway.post('/seals/signatures', request));
    return {
      sealId: answer.text('sealId'),
      sealName: answer.text('sealName'),
      publicKey: answer.text('publicKey'),
      value: answer.text('value'),
      signedAt: answer.text('signedAt'),
    };
  }

  async certificate(sealId: string) {
    const path = `/seals/${encodeURIComponent(sealId)}/certificate`;
    const answer = new ProvinceAnswer(await this.gateway.get(path));
    return {
      id: answer.text('id'),
      name: answer.text('name'),
      organisation: answer.text('organisation'),
      publicKey: answer.text('publicKey'),
      validFrom: answer.text('validFrom'),
      validTo: answer.text('validTo'),
      revokedAt: answer.optionalText('revokedAt'),
    };
  }

  async verify(digest: string, signature: string, publicKey: string) {
    const request = { digest, signature, publicKey };
    return new ProvinceAnswer(await this.gateway.post('/seals/verification', request)).boolean(
      'valid',
    );
  }
}

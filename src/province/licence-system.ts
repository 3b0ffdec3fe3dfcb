import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';
import type { Holder } from './holder.js';

export const LICENCE_STATES = ['valid', 'revoked', 'cancelled', 'replaced'] as const;
/** 有效, 撤销, 注销, or replaced by a newer version. */
export type LicenceState = (typeof LICENCE_STATES)[number];

/** What everybody may know of an e-licence. Dates are yyyy-MM-dd. */
export interface ProvinceLicence {
  /** 电子证照标识 */
  identifier: string;
  number: string;
  name: string;
  issuer: { creditCode: string; name: string };
  issuedOn: string;
  validTo: string | null;
  state: LicenceState;
}

/** A newer version of a licence; what is left out stays as it was. */
export interface LicenceVersion {
  /** The same key gets the same version. */
  key: string;
  reason: string;
  issuedOn: string;
  validTo?: string;
  data?: Record<string, unknown>;
}

export interface LicenceOrder {
  /** The same key gets the same licence. */
  key: string;
  /** Name of the licence in the province's licence catalogue. */
  name: string;
  /** Region code of the issuer; it stands in some licences' numbers. */
  region: string;
  issuer: { creditCode: string; name: string };
  holder: Holder;
  issuedOn: string;
  validTo: string | null;
  /** What is printed on the licence. */
  data: Record<string, unknown>;
}

/** 电子证照 of the province. Every method throws ProvinceRefused or ProvinceUnavailable. */
export interface LicenceSystem {
  issue(order: LicenceOrder): Promise<ProvinceLicence>;
  /** Licences somebody holds, of one name or all. */
  query(holder: Holder, name?: string): Promise<ProvinceLicence[]>;
  verify(identifier: string): Promise<{ wellFormed: boolean; valid: boolean }>;
  /** 变更、延续、补证: a newer version takes the old one's place. */
  version(identifier: string, version: LicenceVersion): Promise<ProvinceLicence>;
  /** 撤销 or 注销. */
  end(identifier: string, state: 'revoked' | 'cancelled', reason: string): Promise<ProvinceLicence>;
  /** The whole licence; the purpose is recorded. */
  fetch(identifier: string, purpose: string): Promise<ProvinceLicence & { data: unknown }>;
}

function readLicence(answer: ProvinceAnswer): ProvinceLicence {
  const issuer = answer.object('issuer');
  return {
    identifier: answer.text('identifier'),
    number: answer.text('number'),
    name: answer.text('name'),
    issuer: { creditCode: issuer.text('creditCode'), name: issuer.text('name') },
    issuedOn: answer.text('issuedOn'),
    validTo: answer.optionalText('validTo'),
    state: answer.oneOf('state', [...LICENCE_STATES]),
  };
}

export class HttpLicenceSystem implements LicenceSystem {
  constructor(private readonly gateway: ProvinceGateway) {}

  async issue(order: LicenceOrder) {
    return readLicence(new ProvinceAnswer(await this.gateway.post('/licenses', order)));
  }

  async query(holder: Holder, name?: string) {
    const answer = await this.gateway.post('/licenses/query', { holder, name });
    return new ProvinceAnswer(answer).list('items').map(readLicence);
  }

  async verify(identifier: string) {
    const path = `/licenses/${encodeURIComponent(identifier)}/verification`;
    const answer = new ProvinceAnswer(await this.gateway.post(path, {}));
    return { wellFormed: answer.boolean('wellFormed'), valid: answer.boolean('valid') };
  }

  async version(identifier: string, version: LicenceVersion) {
    const path = `/licenses/${encodeURIComponent(identifier)}/versions`;
    return readLicence(new ProvinceAnswer(await this.gateway.post(path, version)));
  }

  async end(identifier: string, state: 'revoked' | 'cancelled', reason: string) {
    const path = `/licenses/${encodeURIComponent(identifier)}/end`;
    return readLicence(new ProvinceAnswer(await this.gateway.post(path, { state, reason })));
  }

  async fetch(identifier: string, purpose: string) {
    const query = new URLSearchParams({ purpose });
    const path = `/licenses/${encodeURIComponent(identifier)}?${query.toString()}`;
    const answer = new ProvinceAnswer(await this.gateway.get(path));
    return { ...readLicence(answer), data: answer.all().data };
  }
}

import type { Journal } from '../journal.js';
import { Problem } from '../problems.js';
import { licenceIdentifier } from './identifier.js';
import { licenceNumber, type LicenceTypes } from './types.js';

/** An e-license as the province keeps it. */
export interface Licence {
  /** The issuer's idempotency key. */
  key: string;
  identifier: string;
  number: string;
  name: string;
  issuer: { creditCode: string; name: string };
  holder: { idNumber: string; name: string };
  /** Dates, yyyy-MM-dd. */
  issuedOn: string;
  validTo: string | null;
  state: 'valid' | 'revoked';
  data: unknown;
}

export interface LicenceOrder {
  key: string;
  name: string;
  region: string;
  issuer: { creditCode: string; name: string };
  holder: { idNumber: string; name: string };
  issuedOn: string;
  validTo: string | null;
  data: unknown;
}

const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** 电子证照: issue, query, verify, fetch. */
export class Licences {
  private readonly byIdentifier = new Map<string, Licence>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly journal: Journal<Licence>,
    private readonly types: LicenceTypes,
  ) {
    for (const licence of journal.values()) this.index(licence);
  }

  private index(licence: Licence) {
    this.byIdentifier.set(licence.identifier, licence);
    this.counts.set(licence.name, this.countOf(licence.name) + 1);
  }

  private countOf(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  /** Issues one licence per key; the same key again gets the same licence. */
  issue(order: LicenceOrder): Licence {
    const issued = this.journal.get(order.key);
    if (issued) return issued;
    const type = this.types.find(order.name);
    if (!CREDIT_CODE.test(order.issuer.creditCode)) {
      throw new Problem(422, 'wrong-issuer', '颁发机关的统一社会信用代码不正确。');
    }
    const serial = this.countOf(order.name) + 1;
    const day = order.issuedOn.replaceAll('-', '');
    const licence = this.journal.put({
      ...order,
      identifier: licenceIdentifier(
        type.code,
        order.issuer.creditCode,
        day + String(serial).padStart(4, '0'),
        '001',
      ),
      number: licenceNumber(type, order.region.slice(0, 6), day.slice(0, 4), serial),
      state: 'valid',
    });
    this.index(licence);
    return licence;
  }

  /** The licences somebody holds. */
  ofHolder(idNumber: string): Licence[] {
    return [...this.journal.values()].filter((licence) => licence.holder.idNumber === idNumber);
  }

  /** @throws Problem 404 */
  find(identifier: string): Licence {
    const licence = this.byIdentifier.get(identifier);
    if (licence) return licence;
    throw new Problem(404, 'unknown-licence', `没有标识为 ${identifier} 的电子证照。`);
  }
}

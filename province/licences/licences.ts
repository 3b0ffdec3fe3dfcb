import type { Journal } from '../journal.js';
import { Problem } from '../problems.js';
import { licenceIdentifier } from './identifier.js';
import { licenceNumber, type LicenceTypes } from './types.js';

/** 有效, 撤销, 注销, or replaced by a newer version (变更、延续、补证). */
export type LicenceState = 'valid' | 'revoked' | 'cancelled' | 'replaced';

/** An e-licence as the province keeps it. */
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
  state: LicenceState;
  /** Why it is no longer valid. */
  reason?: string;
  /** Identifier of the version before this one. */
  replaces?: string;
  data: unknown;
}

/** A newer version of a licence: its number stays, the identifier's version goes up. */
export interface VersionOrder {
  key: string;
  reason: string;
  issuedOn: string;
  /** undefined = the end stays. */
  validTo?: string;
  /** undefined = what is printed stays. */
  data?: unknown;
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

/** 电子证照: issue, query, verify, fetch, change, revoke. */
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

  /**
   * 变更、延续、补证: a newer version takes the place of this one. The same key gets the same version.
   * @throws Problem 404, 409 `licence-not-valid`
   */
  version(identifier: string, order: VersionOrder): Licence {
    const made = this.journal.get(order.key);
    if (made) return made;
    const old = this.mustBeValid(identifier);
    const [type, issuer, serial, version] = identifier.split('.').slice(5) as string[];
    const next = String(Number(version) + 1).padStart(3, '0');
    const { key, reason, issuedOn, validTo = old.validTo, data = old.data } = order;
    const newer: Licence = {
      ...old,
      key,
      identifier: licenceIdentifier(type!, issuer!, serial!, next),
      issuedOn,
      validTo,
      data,
      replaces: identifier,
    };
    this.put({ ...old, state: 'replaced', reason });
    return this.put(newer);
  }

  /**
   * 撤销 or 注销. Repeating it changes nothing.
   * @throws Problem 404, 409 `licence-not-valid`
   */
  end(identifier: string, state: 'revoked' | 'cancelled', reason: string): Licence {
    const licence = this.find(identifier);
    if (licence.state === state) return licence;
    return this.put({ ...this.mustBeValid(identifier), state, reason });
  }

  private put(licence: Licence): Licence {
    this.byIdentifier.set(licence.identifier, licence);
    return this.journal.put(licence);
  }

  private mustBeValid(identifier: string): Licence {
    const licence = this.find(identifier);
    if (licence.state === 'valid') return licence;
    throw new Problem(409, 'licence-not-valid', `电子证照 ${identifier} 已经失效，不能再变动。`);
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

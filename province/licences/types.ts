import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problems.js';

/** A kind of licence of the province's licence catalogue. */
export interface LicenceType {
  name: string;
  /** 21 characters: the defining body's credit code and a serial. Demonstration codes. */
  code: string;
  /** The licence's number: `{region}`, `{year}`, `{serial4}`, `{serial6}`, `{check}` are filled in. */
  number: string;
}

/** Check digit of GB/T 17710 (ISO 7064 MOD 11,10) over the digits of a text. */
export function checkDigit(text: string): string {
  let product = 10;
  for (const digit of text.replace(/\D/g, '')) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Fills a type's number pattern. @param region six digits @param serial counted per type */
export function licenceNumber(type: LicenceType, region: string, year: string, serial: number) {
  const number = type.number
    .replace('{region}', region)
    .replace('{year}', year)
    .replace('{serial4}', String(serial).padStart(4, '0'))
    .replace('{serial6}', String(serial).padStart(6, '0'));
  return number.replace('{check}', checkDigit(number));
}

export class LicenceTypes {
  private readonly byName: Map<string, LicenceType>;

  constructor(demonstrationDir: string) {
    const file = join(demonstrationDir, 'licence-types.json');
    const list = JSON.parse(readFileSync(file, 'utf8')) as LicenceType[];
    this.byName = new Map(list.map((type) => [type.name, type]));
  }

  /** @throws Problem 422 when the catalogue has no such licence */
  find(name: string): LicenceType {
    const type = this.byName.get(name);
    if (type) return type;
    throw new Problem(422, 'unknown-licence-type', `证照目录里没有“${name}”，请先登记证照类型。`);
  }
}

import { type ArchiveSystem, HttpArchiveSystem } from './archive-system.js';
import { type BankSystem, HttpBankSystem } from './bank-system.js';
import { type DataExchange, HttpDataExchange } from './data-exchange.js';
import { type DepartmentSystem, HttpDepartmentSystem } from './department-system.js';
import type { Errand } from './errand.js';
import { type Heard, ProvinceGateway, type ProvinceLine, TIME_LIMIT } from './gateway.js';
import { HttpLicenceSystem, type LicenceSystem } from './licence-system.js';
import { HttpPaymentSystem, type PaymentSystem } from './payment-system.js';
import { HttpRegulationSystem, type RegulationSystem } from './regulation-system.js';
import { HttpSealSystem, type SealSystem } from './seal-system.js';
import { HttpTextMessageSystem, type TextMessageSystem } from './text-message-system.js';

/** The province's systems that adapters call. Another province is another set of these. */
export interface Province {
  licences: LicenceSystem;
  seals: SealSystem;
  payments: PaymentSystem;
  exchange: DataExchange;
  departments: DepartmentSystem;
  bank: BankSystem;
  regulation: RegulationSystem;
  archive: ArchiveSystem;
  textMessages: TextMessageSystem;
}

/** The way to them: nobody comes through without an errand. */
export interface ProvinceDoor {
  /** @param hear is told of each call once it ended */
  on(errand: Errand, hear?: (heard: Heard) => void): Province;
  /** Whether the province answers at all; for /api/health. */
  isUp(): Promise<boolean>;
}

export interface ProvinceAddress {
  provinceUrl: string;
  provinceSecret: string;
}

/** @param timeLimit ms one answer may take */
export function createProvince(address: ProvinceAddress, timeLimit?: number): ProvinceDoor {
  const line = { url: address.provinceUrl, secret: address.provinceSecret, timeLimit };
  return {
    on: (errand, hear) => systemsBehind(new ProvinceGateway(line, errand, hear)),
    isUp: () => isUp(line).catch(() => false),
  };
}

/** Asked without an errand: it looks at nothing. */
async function isUp({ url, timeLimit = TIME_LIMIT }: ProvinceLine): Promise<boolean> {
  const response = await fetch(new URL('/health', url), { signal: AbortSignal.timeout(timeLimit) });
  await response.body?.cancel();
  return response.ok;
}

const systemsBehind = (gateway: ProvinceGateway): Province => ({
  licences: new HttpLicenceSystem(gateway),
  seals: new HttpSealSystem(gateway),
  payments: new HttpPaymentSystem(gateway),
  exchange: new HttpDataExchange(gateway),
  departments: new HttpDepartmentSystem(gateway),
  bank: new HttpBankSystem(gateway),
  regulation: new HttpRegulationSystem(gateway),
  archive: new HttpArchiveSystem(gateway),
  textMessages: new HttpTextMessageSystem(gateway),
});

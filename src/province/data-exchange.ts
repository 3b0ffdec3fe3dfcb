import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';
import type { ExchangeSubject } from './holder.js';

export interface ExchangeQuery {
  /** business-registration, population, licence-store, property, food-banned, credit, death … */
  dataset: string;
  about: ExchangeSubject;
  /** Empty while the application is still being filled in. */
  caseNumber: string;
  /** Why the data are needed; the exchange records it. */
  purpose: string;
}

/** 数据共享交换. Throws ProvinceRefused or ProvinceUnavailable. */
export interface DataExchange {
  /** Records about one person or firm; none is an empty list. */
  lookUp(query: ExchangeQuery): Promise<Record<string, unknown>[]>;
}

export class HttpDataExchange implements DataExchange {
  constructor(private readonly gateway: ProvinceGateway) {}

  async lookUp({ dataset, about, caseNumber, purpose }: ExchangeQuery) {
    const path = `/exchange/${encodeURIComponent(dataset)}/query`;
    const answer = await this.gateway.post(path, { about, caseNumber, purpose });
    return new ProvinceAnswer(answer).list('records').map((record) => record.all());
  }
}

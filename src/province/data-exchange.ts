import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';
import type { ExchangeSubject } from './holder.js';

export interface ExchangeQuery {
  /** business-registration, population, licence-store, property, food-banned, credit, death … */
  dataset: string;
  about: ExchangeSubject;
  /** 用途 of this look-up; left out = that of the whole errand. */
  purpose?: string;
}

/** 数据共享交换. Throws ProvinceRefused or ProvinceUnavailable. */
export interface DataExchange {
  /** Records about one person or firm; none is an empty list. */
  lookUp(query: ExchangeQuery): Promise<Record<string, unknown>[]>;
}

export class HttpDataExchange implements DataExchange {
  constructor(private readonly gateway: ProvinceGateway) {}

  async lookUp({ dataset, about, purpose }: ExchangeQuery) {
    const path = `/exchange/${encodeURIComponent(dataset)}/query`;
    const gateway = purpose === undefined ? this.gateway : this.gateway.to(purpose);
    const answer = await gateway.post(path, { about });
    return new ProvinceAnswer(answer).list('records').map((record) => record.all());
  }
}

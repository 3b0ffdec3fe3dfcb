import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';

export interface RegulationResult {
  /** The same key is taken once. */
  key: string;
  caseNumber: string;
  /** Item code. */
  item: string;
  /** 统一社会信用代码 of the body that regulates from now on; its id here where it has none. */
  regulator: string;
  outcome: string;
}

/** 互联网+监管: the deciding body's result goes to the regulator, who signs for it (审管联动). */
export interface RegulationSystem {
  /** @returns when the regulator signed for it, ISO 8601 */
  push(result: RegulationResult): Promise<{ receivedAt: string }>;
}

export class HttpRegulationSystem implements RegulationSystem {
  constructor(private readonly gateway: ProvinceGateway) {}

  async push(result: RegulationResult) {
    const answer = new ProvinceAnswer(await this.gateway.post('/regulation/results', result));
    return { receivedAt: answer.text('receivedAt') };
  }
}

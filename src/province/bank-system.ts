import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';

export interface BankLine {
  id: string;
  account: string;
  amountCents: number;
}

/** What became of one line (回盘). */
export interface BankResult {
  id: string;
  result: 'paid' | 'failed';
  /** Chinese, why it failed. */
  reason: string | null;
}

/** 代发银行: pays benefits *out*; the opposite direction of the payment system. */
export interface BankSystem {
  /** @param key the same key hands the batch in once */
  handIn(key: string, lines: BankLine[]): Promise<{ batchNo: string }>;
  returnFile(batchNo: string): Promise<BankResult[]>;
}

export class HttpBankSystem implements BankSystem {
  constructor(private readonly gateway: ProvinceGateway) {}

  async handIn(key: string, lines: BankLine[]) {
    const answer = new ProvinceAnswer(await this.gateway.post('/bank/batches', { key, lines }));
    return { batchNo: answer.text('batchNo') };
  }

  async returnFile(batchNo: string) {
    const path = `/bank/batches/${encodeURIComponent(batchNo)}/return-file`;
    const answer = new ProvinceAnswer(await this.gateway.get(path));
    return answer.list('lines').map((line) => ({
      id: line.text('id'),
      result: line.oneOf('result', ['paid', 'failed']),
      reason: line.optionalText('reason'),
    }));
  }
}

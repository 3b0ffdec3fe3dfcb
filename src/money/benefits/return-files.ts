/** Keeps asking the agent bank (代发银行) for return files. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import type { ProvinceDoor } from '../../province/index.js';
import { moveBatch, openBatches, PAYING_OUT } from './payout.js';

/** Moves batches on that the bank had no answer for when they were made. */
@Injectable()
export class ReturnFiles {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {}

  @Recurring({ name: 'benefit-return-files', every: 5_000, oneProcess: true })
  async fetch(round: Round): Promise<void> {
    const { dataSource, province } = this;
    await round.each(
      await openBatches(dataSource.manager),
      ({ key }) => `batch ${key}`,
      (batch) => {
        const by = { system: 'benefit-return-files' };
        const about = { matter: `benefit-list:${batch.listId}`, applicant: null } as const;
        const { bank } = province.on({ by, ...about, purpose: PAYING_OUT });
        return moveBatch(dataSource, bank, batch);
      },
    );
  }
}

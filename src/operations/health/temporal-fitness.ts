import { Inject, Injectable } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { searchAttributes } from '../../../workflows/search-attributes.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Recurring } from '../../platform/recurring/index.js';
import { requireTemporal, Unfit } from '../../platform/requirements/index.js';
import { TEMPORAL } from '../../platform/temporal/index.js';

/** One look; registering what is missing may take longer, ms. */
const PATIENCE = 20_000;

/**
 * Whether Temporal has what cases need. An API starts while Temporal is away, so it looks at its start
 * and again and again: what is missing is registered, or told by health.
 */
@Injectable()
export class TemporalFitness {
  /** Why Temporal cannot serve cases, as the last look found; null = it can, or could not be asked. */
  fault: string | null = null;

  constructor(
    @Inject(TEMPORAL) private readonly temporal: Client,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Unfit; the connection's error when Temporal is away */
  @Recurring({ name: 'temporal-fitness', every: 30_000, evenApart: true })
  async look(): Promise<void> {
    try {
      await this.temporal.withDeadline(Date.now() + PATIENCE, () =>
        requireTemporal(this.temporal.connection, this.config.temporalNamespace, searchAttributes),
      );
      this.fault = null;
    } catch (error) {
      this.fault = error instanceof Unfit ? error.message : null;
      throw error;
    }
  }
}

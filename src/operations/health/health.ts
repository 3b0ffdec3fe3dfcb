/** Whether every part is up: what `npm start` and people ask; a load balancer asks for readiness. */
import { Inject, Injectable } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { CASE_QUEUE } from '../../../workflows/contracts/case.js';
import { DEFINITION_COMPUTING, type DefinitionTasks } from '../../definitions/index.js';
import type { ComputePool } from '../../platform/compute/index.js';
import { answers } from '../../platform/database/index.js';
import { FILE_COMPUTING, type FileTasks } from '../../papers/index.js';
import { CONFIG, REAL_DAY, type Config } from '../../platform/config.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { StoresWatch } from '../../platform/stores/index.js';
import { TEMPORAL, pollersOf } from '../../platform/temporal/index.js';
import type { ProvinceDoor } from '../../province/index.js';
import { TemporalFitness } from './temporal-fitness.js';

/** Each as it is now; the province is another's, and told besides. */
export interface Parts {
  database: boolean;
  temporal: boolean;
  worker: boolean;
  compute: boolean;
  /** Whether database and Temporal are of one time; where they are not, nothing is taken. */
  stores: boolean;
  province: boolean;
}

/** A part that does not answer in this time is down; ms. */
const PATIENCE = 3000;

async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE);
  });
  try {
    return await Promise.race([work.catch(() => otherwise), patience]);
  } finally {
    clearTimeout(timer);
  }
}

@Injectable()
export class Health {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(TEMPORAL) private readonly temporal: Client,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DEFINITION_COMPUTING) private readonly definitions: ComputePool<DefinitionTasks>,
    @Inject(FILE_COMPUTING) private readonly files: ComputePool<FileTasks>,
    private readonly fitness: TemporalFitness,
    private readonly stores: StoresWatch,
  ) {}

  async parts(): Promise<Parts> {
    const [database, pollers, province] = await Promise.all([
      answers(this.dataSource),
      within(this.pollers(), null),
      within(this.province.isUp(), false),
    ]);
    return {
      database,
      temporal: pollers !== null && this.fitness.fault === null,
      worker: (pollers ?? 0) > 0,
      compute: this.definitions.accepts && this.files.accepts,
      stores: this.stores.standing === 'together',
      province,
    };
  }

  /** Parts without which this API can answer nobody; workers and the province are none of them. */
  async ready(): Promise<Pick<Parts, 'database' | 'temporal'>> {
    const [database, pollers] = await Promise.all([
      answers(this.dataSource),
      within(this.pollers(), null),
    ]);
    return { database, temporal: pollers !== null && this.fitness.fault === null };
  }

  /** One Chinese sentence on what a person has to mend; null = nothing known. */
  fault(): string | null {
    return this.fitness.fault ?? this.stores.fault;
  }

  /** Length of a day in ms where a demonstration scales it; null = a real day. */
  demoDay(): number | null {
    const { dayLength } = this.config;
    return dayLength === REAL_DAY ? null : dayLength;
  }

  /** Workers that poll for case workflows. Rejects when Temporal is away. */
  private pollers(): Promise<number> {
    return pollersOf(this.temporal, CASE_QUEUE, PATIENCE);
  }
}

/** Seals what may be sealed until it is: a failing seal service is tried again, visibly, and loses nothing. */
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Storage, STORAGE } from '../files/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { Province } from '../../province/index.js';
import { issueDocument } from './sealing.js';

/** How often rows are looked for, ms; how long a leased one is left alone, s; the longest rest, s. */
const INTERVAL = 1_000;
const LEASE_SECONDS = 30;
const LONGEST_REST = 300;
const BATCH = 5;

@Injectable()
export class DocumentSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DocumentSealer.name);
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: Province,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private schedule(rest = INTERVAL): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep()
        .then((did) => this.schedule(did === BATCH ? 0 : INTERVAL))
        .catch((error: unknown) => {
          this.logger.warn(`sealing failed: ${String(error)}`);
          this.schedule();
        });
    }, rest);
    this.timer.unref();
  }

  /** One round; several processes may sweep, a row is leased by one. @returns how many were tried */
  async sweep(): Promise<number> {
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(
      `UPDATE official_document SET attempts = attempts + 1,
              next_attempt_at = now() + make_interval(secs => $1)
        WHERE id IN (SELECT id FROM official_document
                      WHERE state = 'sealing' AND next_attempt_at <= now()
                      ORDER BY next_attempt_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [LEASE_SECONDS, BATCH],
    );
    for (const { id } of rows) await this.tryOne(id);
    return rows.length;
  }

  private async tryOne(id: string): Promise<void> {
    const { dataSource, province, storage, config } = this;
    const { publicUrl } = config;
    try {
      await issueDocument({ dataSource, seals: province.seals, store: storage, publicUrl }, id);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.logger.warn(`document ${id} is not sealed yet: ${message}`);
      await dataSource.query(
        `UPDATE official_document SET last_error = $2,
                next_attempt_at = now() + make_interval(secs => least($3, power(2, least(attempts, 10))))
          WHERE id = $1 AND state = 'sealing'`,
        [id, message, LONGEST_REST],
      );
    }
  }
}

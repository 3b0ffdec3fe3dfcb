/** First answers go when the city's days are over (`retention`): nobody repeats a request after so long. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recurring } from '../../platform/recurring/index.js';
import { settingOn } from '../../versions/index.js';

/** Removed in one transaction. */
const BATCH = 2_000;

@Injectable()
export class KeyExpiry {
  constructor(private readonly dataSource: DataSource) {}

  /** A batch of the oldest. @returns whether more are to go */
  @Recurring({ name: 'key-expiry', every: 600_000, oneProcess: true })
  run(): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const { answerDays: days } = await settingOn(manager, 'retention');
      const [rows] = await manager.query<[unknown[], number]>(
        `DELETE FROM first_answer WHERE (person_id, key) IN (
           SELECT person_id, key FROM first_answer
            WHERE asked_at < now() - make_interval(days => $1)
            ORDER BY asked_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING 1 AS gone`,
        [days, BATCH],
      );
      if (rows.length > 0)
        await manager.query(
          `INSERT INTO retention_removal (kind, removed, kept_days) VALUES ('first-answer', $1, $2)`,
          [rows.length, days],
        );
      return rows.length === BATCH;
    });
  }
}

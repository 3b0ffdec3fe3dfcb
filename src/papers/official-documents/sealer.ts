/** Seals what may be sealed until it is: a failing seal service is tried again, visibly, and loses nothing. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Storage, STORAGE } from '../files/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import type { ProvinceDoor } from '../../province/index.js';
import { issueDocument } from './sealing.js';

/** How long a leased row is left alone, s; the longest rest of one that fails, s. */
const LEASE_SECONDS = 30;
const LONGEST_REST = 300;
const BATCH = 5;

interface Leased {
  id: string;
  caseNumber: string;
  body: string;
  applicant: string | null;
}

@Injectable()
export class DocumentSealer {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Every process may: a row is leased by one. @returns whether more may wait */
  @Recurring({ name: 'document-seal', every: 1_000 })
  async seal(round: Round): Promise<boolean> {
    const [rows] = await this.dataSource.query<[Leased[], number]>(
      `UPDATE official_document SET attempts = attempts + 1,
              next_attempt_at = now() + make_interval(secs => $1)
        WHERE id IN (SELECT id FROM official_document
                      WHERE state = 'sealing' AND next_attempt_at <= now()
                      ORDER BY next_attempt_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING id, case_number AS "caseNumber", organisation_id AS body,
                 (SELECT applicant_id FROM cases WHERE number = case_number) AS applicant`,
      [LEASE_SECONDS, BATCH],
    );
    for (const row of rows) await round.item(`document ${row.id}`, () => this.sealOne(row));
    return rows.length === BATCH;
  }

  /** @throws what hindered it, when that is noted on the document and its next time is planned */
  private async sealOne({ id, caseNumber, body, applicant }: Leased): Promise<void> {
    const { dataSource, province, storage, config } = this;
    const { publicUrl } = config;
    const { seals } = province.on({
      ...{ by: { system: 'document-seal', body }, matter: `case:${caseNumber}`, applicant },
      purpose: '文书用印',
    });
    try {
      await issueDocument({ dataSource, seals, store: storage, publicUrl }, id);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      await dataSource.query(
        `UPDATE official_document SET last_error = $2,
                next_attempt_at = now() + make_interval(secs => least($3, power(2, least(attempts, 10))))
          WHERE id = $1 AND state = 'sealing'`,
        [id, message, LONGEST_REST],
      );
      throw error;
    }
  }
}

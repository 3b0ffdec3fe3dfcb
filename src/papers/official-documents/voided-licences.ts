/** Tells the province of licences that are void with their case, until it has heard. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { ProvinceRefused, type ProvinceDoor } from '../../province/index.js';

/** The longest rest after a failure, s. */
const LONGEST_REST = 600;
const BATCH = 20;

interface Row {
  identifier: string;
  reason: string;
  caseNumber: string;
  applicant: string | null;
}

@Injectable()
export class VoidedLicences {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {}

  /** @returns whether more may wait */
  @Recurring({ name: 'voided-licences', every: 5_000, oneProcess: true })
  async tell(round: Round): Promise<boolean> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT identifier, coalesce(ended_reason, '') AS reason, case_number AS "caseNumber",
              (SELECT applicant_id FROM cases WHERE number = case_number) AS applicant FROM licence
        WHERE NOT end_told AND end_next_at <= now() ORDER BY end_next_at LIMIT $1`,
      [BATCH],
    );
    for (const row of rows) await round.item(`licence ${row.identifier}`, () => this.tellOne(row));
    return rows.length === BATCH;
  }

  /** @throws what hindered it, when its next time is planned */
  private async tellOne({ identifier, reason, caseNumber, applicant }: Row) {
    const { licences } = this.province.on({
      ...{ by: { system: 'voided-licences' }, matter: `case:${caseNumber}`, applicant },
      purpose: '作废办件的证照',
    });
    try {
      await licences.end(identifier, 'revoked', reason);
    } catch (error) {
      // It has ended there already, in whatever way.
      if (!(error instanceof ProvinceRefused && error.code === 'licence-not-valid')) {
        await this.dataSource.query(
          `UPDATE licence SET end_attempts = end_attempts + 1,
                  end_next_at = now() + make_interval(secs => least($2, power(2, least(end_attempts, 10))))
            WHERE identifier = $1`,
          [identifier, LONGEST_REST],
        );
        throw error;
      }
    }
    await this.dataSource.query(`UPDATE licence SET end_told = true WHERE identifier = $1`, [
      identifier,
    ]);
  }
}

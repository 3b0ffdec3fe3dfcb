/** What was handed over goes to the regulation platform (互联网+监管) too, whose receipt is kept. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import type { ProvinceDoor } from '../../province/index.js';

/** A lease and the longest rest, s. */
const LEASE_SECONDS = 60;
const LONGEST_REST = 600;

interface Row {
  caseNumber: string;
  item: string;
  regulator: string;
  /** Id of the case's applicant, and of the body that decided. */
  applicant: string;
  lead: string;
}

/** The platform takes one key once, so that a repeat pushes nothing twice. */
async function pushed(dataSource: DataSource, province: ProvinceDoor, row: Row): Promise<void> {
  const { caseNumber, item, regulator, applicant, lead } = row;
  const key = `regulation/${caseNumber}`;
  const { regulation } = province.on({
    ...{ by: { system: 'regulation-push', body: lead }, matter: `case:${caseNumber}`, applicant },
    purpose: '审管联动推送许可结果',
  });
  const { receivedAt } = await regulation.push({
    ...{ key, caseNumber, item, regulator, outcome: 'granted' },
  });
  await dataSource.query(
    `UPDATE regulation SET received_at = coalesce(received_at, $2), last_error = NULL
      WHERE case_number = $1`,
    [caseNumber, receivedAt],
  );
}

/**
 * Pushes what a case, or the parts of a matter, handed over and nobody signed for yet.
 * @returns how many hand-overs there are, each signed for
 */
export async function pushOutstanding(
  dataSource: DataSource,
  province: ProvinceDoor,
  caseNumber: string,
): Promise<number> {
  const rows = await dataSource.query<(Row & { received: boolean })[]>(
    `SELECT r.case_number AS "caseNumber", c.item_code AS item,
            c.applicant_id AS applicant, c.lead_department AS lead,
            coalesce(o.credit_code, o.id) AS regulator, r.received_at IS NOT NULL AS received
       FROM regulation r JOIN cases c ON c.number = r.case_number
       JOIN organisation o ON o.id = r.regulator
      WHERE c.number = $1 OR c.parent_number = $1 ORDER BY c.number`,
    [caseNumber],
  );
  for (const { received, ...row } of rows) if (!received) await pushed(dataSource, province, row);
  return rows.length;
}

@Injectable()
export class RegulationPushing {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {}

  /** Pushes one. Every process may: a row is leased. @returns whether there was one */
  @Recurring({ name: 'regulation-push', every: 2_000 })
  async push(round: Round): Promise<boolean> {
    const [[row]] = await this.dataSource.query<[Row[], number]>(
      `UPDATE regulation r SET attempts = attempts + 1,
              next_attempt_at = now() + make_interval(secs => $1)
         FROM cases c, organisation o
        WHERE c.number = r.case_number AND o.id = r.regulator AND r.case_number =
              (SELECT case_number FROM regulation
                WHERE received_at IS NULL AND next_attempt_at <= now()
                ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING r.case_number AS "caseNumber", c.item_code AS item,
                 c.applicant_id AS applicant, c.lead_department AS lead,
                 coalesce(o.credit_code, o.id) AS regulator`,
      [LEASE_SECONDS],
    );
    if (!row) return false;
    const { caseNumber } = row;
    await round.item(`regulation of case ${caseNumber}`, async () => {
      try {
        await pushed(this.dataSource, this.province, row);
      } catch (error) {
        await this.rest(caseNumber, error);
        throw error;
      }
    });
    return true;
  }

  private async rest(caseNumber: string, error: unknown): Promise<void> {
    await this.dataSource.query(
      `UPDATE regulation SET last_error = $2,
              next_attempt_at = now() + make_interval(secs => least($3, power(2, least(attempts, 10))))
        WHERE case_number = $1`,
      [caseNumber, error instanceof Error ? error.message : String(error), LONGEST_REST],
    );
  }
}

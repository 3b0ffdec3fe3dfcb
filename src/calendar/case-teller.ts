import { Inject, Injectable } from '@nestjs/common';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { CALENDAR_CHANGED_SIGNAL, type FrozenCalendar } from '../../workflows/contracts/case.js';
import { Recurring, type Round } from '../platform/recurring/index.js';
import { TEMPORAL } from '../platform/temporal/index.js';
import { calendarOfVersion } from './frozen.js';

const PAGE = 50;
/** Who took a page and was not heard of again is relieved after this. */
const LEASE_SECONDS = 30;

interface Untold {
  replanningId: string;
  caseNumber: string;
  version: string;
}

/**
 * Tells cases that fall due earlier by a newly published calendar, page by page. The others need not
 * be told: they read their due date again when their timer fires.
 */
@Injectable()
export class CaseTeller {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(TEMPORAL) private readonly temporal: Client,
  ) {}

  /** One page. Every process may: a case is leased by `taken_at`. @returns whether there was anybody to tell */
  @Recurring({ name: 'calendar-replanning', every: 1_000 })
  async tellPage(round: Round): Promise<boolean> {
    const page = await this.take();
    if (page.length === 0) return false;
    const calendars = this.calendarsOf(page);
    const told = await round.each(
      page,
      ({ caseNumber }) => `case ${caseNumber}`,
      async ({ caseNumber, version }) => this.tell(caseNumber, await calendars.get(version)!),
    );
    await this.settle(told);
    return true;
  }

  /** One that cannot be read fails with the cases that go by it. */
  private calendarsOf(page: Untold[]): Map<string, Promise<FrozenCalendar>> {
    const versions = new Set(page.map(({ version }) => version));
    return new Map(
      [...versions].map((version) => [
        version,
        calendarOfVersion(this.dataSource.manager, version),
      ]),
    );
  }

  private async tell(caseNumber: string, calendar: FrozenCalendar): Promise<void> {
    try {
      await this.temporal.workflow
        .getHandle(caseNumber)
        .signal<[FrozenCalendar]>(CALENDAR_CHANGED_SIGNAL, calendar);
    } catch (error) {
      // One that has ended meanwhile has no due date to move.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  private async take(): Promise<Untold[]> {
    const [rows] = await this.dataSource.query<[Untold[], number]>(
      `UPDATE case_replanning r SET taken_at = now() FROM cases
        WHERE cases.number = r.case_number AND (r.replanning_id, r.case_number) IN (
          SELECT replanning_id, case_number FROM case_replanning
           WHERE tell AND told_at IS NULL
             AND (taken_at IS NULL OR taken_at < now() - make_interval(secs => $2))
           ORDER BY taken_at NULLS FIRST LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING r.replanning_id AS "replanningId", r.case_number AS "caseNumber",
         cases.calendar_version AS version`,
      [PAGE, LEASE_SECONDS],
    );
    return rows;
  }

  private async settle(told: Untold[]): Promise<void> {
    await this.dataSource.query(
      `UPDATE case_replanning r SET told_at = now()
         FROM jsonb_to_recordset($1::jsonb) AS t("replanningId" bigint, "caseNumber" text)
        WHERE r.replanning_id = t."replanningId" AND r.case_number = t."caseNumber"`,
      [JSON.stringify(told)],
    );
  }
}

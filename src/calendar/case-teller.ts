import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { CALENDAR_CHANGED_SIGNAL, type FrozenCalendar } from '../../workflows/contracts/case.js';
import { TEMPORAL } from '../platform/temporal/index.js';
import { calendarOfVersion } from './frozen.js';

/** How long it rests when nobody has to be told; ms. */
const REST = 1_000;
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
 * be told: they read their due date again when their timer fires. Several processes may run it.
 */
@Injectable()
export class CaseTeller implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CaseTeller.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(TEMPORAL) private readonly temporal: Client,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.tellAll()
        .catch((error: unknown) => this.logger.warn(`telling cases failed: ${String(error)}`))
        .finally(() => this.timer && this.schedule());
    }, REST);
    this.timer.unref();
  }

  /** Until nobody is left to be told. */
  async tellAll(): Promise<void> {
    const calendars = new Map<string, FrozenCalendar>();
    for (;;) {
      const page = await this.take();
      if (page.length === 0) return;
      const told = await Promise.all(page.map((one) => this.tell(one, calendars)));
      await this.settle(page.filter((_, place) => told[place]));
    }
  }

  private async tell(
    { caseNumber, version }: Untold,
    calendars: Map<string, FrozenCalendar>,
  ): Promise<boolean> {
    try {
      const calendar =
        calendars.get(version) ?? (await calendarOfVersion(this.dataSource.manager, version));
      calendars.set(version, calendar);
      await this.temporal.workflow
        .getHandle(caseNumber)
        .signal<[FrozenCalendar]>(CALENDAR_CHANGED_SIGNAL, calendar);
      return true;
    } catch (error) {
      // One that has ended meanwhile has no due date to move.
      if (error instanceof WorkflowNotFoundError) return true;
      this.logger.warn(`case ${caseNumber} was not told: ${String(error)}`);
      return false;
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

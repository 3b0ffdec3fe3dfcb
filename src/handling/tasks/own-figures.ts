/** What one has done oneself of late: for one's own day, not for a league. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OwnFiguresDto } from './own-figures.dto.js';

const DAY = `date_trunc('day', now() AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'`;

@Injectable()
export class OwnFigures {
  constructor(private readonly dataSource: DataSource) {}

  /** Of the last 30 days. */
  async of(personId: string): Promise<OwnFiguresDto> {
    const [row] = await this.dataSource.query<OwnFiguresDto[]>(
      `SELECT count(*) FILTER (WHERE completed_at >= ${DAY})::int AS today,
              count(*) FILTER (WHERE completed_at >= ${DAY} - interval '6 days')::int AS week,
              count(*)::int AS month,
              count(*) FILTER (WHERE due_at IS NOT NULL)::int AS limited,
              count(*) FILTER (WHERE completed_at <= due_at)::int AS "inTime"
         FROM task
        WHERE assignee_person = $1 AND state = 'completed' AND role IS DISTINCT FROM 'applicant'
          AND completed_at >= ${DAY} - interval '29 days'`,
      [personId],
    );
    return row!;
  }
}

/**
 * Overdue and due soon. Three limits run beside each other: the statutory, the promised, and the
 * step's own, which can be over while the whole is on time. The first to end counts.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseState } from '../../workflows/contracts/case.js';
import { stateName } from '../cases/index.js';
import { decodeCursor, encodeCursor } from '../platform/http/index.js';
import type { SupervisedCaseListDto, SupervisionQuery } from './supervision.dto.js';

const PAGE = 50;

interface Row {
  number: string;
  itemName: string;
  state: CaseState;
  region: string;
  regionName: string;
  leadDepartment: string;
  dueAt: Date | null;
  promisedDueAt: Date | null;
  limit: string;
  firstDueAt: Date;
  step: string | null;
  stepDepartment: string | null;
}

const OPEN_CASES = `
  SELECT c.number, c.item_name AS "itemName", c.state, c.region,
         coalesce(r.name, c.region) AS "regionName",
         coalesce(o.name, c.lead_department) AS "leadDepartment",
         c.due_at AS "dueAt", c.promised_due_at AS "promisedDueAt",
         first.kind AS "limit", first.due AS "firstDueAt", t.name AS step, d.name AS "stepDepartment"
  FROM cases c
  LEFT JOIN LATERAL (
    SELECT t.name, t.due_at, t.department_id FROM task t
    WHERE t.case_number = c.number AND t.state IN ('open', 'completing')
      AND t.role IS DISTINCT FROM 'applicant' AND t.origin = 'diagram'
    ORDER BY t.due_at NULLS LAST, t.id LIMIT 1) t ON true
  CROSS JOIN LATERAL (
    SELECT kind, due FROM (VALUES
      ('statutory', CASE WHEN c.decided_at IS NULL THEN c.due_at END),
      ('promised', CASE WHEN c.decided_at IS NULL THEN c.promised_due_at END),
      ('step', t.due_at)) AS limits (kind, due)
    WHERE due IS NOT NULL ORDER BY due LIMIT 1) first
  LEFT JOIN region r ON r.code = c.region
  LEFT JOIN organisation o ON o.id = c.lead_department
  LEFT JOIN organisation d ON d.id = t.department_id
  WHERE NOT c.ended`;

@Injectable()
export class Supervision {
  constructor(private readonly dataSource: DataSource) {}

  /** The longest overdue first. */
  async list(query: SupervisionQuery): Promise<SupervisedCaseListDto> {
    const overdue = (query.view ?? 'overdue') === 'overdue';
    const after = query.cursor ? decodeCursor(query.cursor, 2) : [null, null];
    const rows = await this.dataSource.query<Row[]>(
      `WITH open AS (${OPEN_CASES})
       SELECT * FROM open
       WHERE CASE WHEN $1 THEN "firstDueAt" < now()
                  ELSE "firstDueAt" >= now() AND "firstDueAt" < now() + make_interval(days => $2) END
         AND ($3::timestamptz IS NULL OR ("firstDueAt", number) > ($3::timestamptz, $4::text))
       ORDER BY "firstDueAt", number LIMIT ${PAGE + 1}`,
      [overdue, query.days ?? 5, ...after],
    );
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE).map((row) => ({
        ...row,
        stateName: stateName(row.state),
        dueAt: row.dueAt?.toISOString() ?? null,
        promisedDueAt: row.promisedDueAt?.toISOString() ?? null,
        firstDueAt: row.firstDueAt.toISOString(),
        light: overdue ? 'red' : 'warning',
      })),
      next: last ? encodeCursor([last.firstDueAt.toISOString(), last.number]) : null,
    };
  }
}

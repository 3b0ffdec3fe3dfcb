/** Incidents: an admin sees all, a department those of the cases it leads or handles. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { audit, auditLook, abilityOf, type Session } from '../../people/index.js';
import { forbidden, notFound } from '../../platform/errors.js';
import type {
  IncidentDetailDto,
  IncidentDto,
  IncidentListDto,
  IncidentQuery,
  RetryOutcomeDto,
} from './incident.dto.js';

/** $1 = everything may be seen, $2 = the caller's organisation. */
const IN_SCOPE = `($1 OR coalesce(c.lead_department = $2, false)
  OR EXISTS (SELECT 1 FROM task t WHERE t.case_number = c.number AND t.department_id = $2))`;

const COLUMNS = `
  i.id, i.case_number AS "caseNumber", c.item_name AS "itemName", i.element,
  (SELECT l.name FROM timeline l WHERE l.case_number = i.case_number AND l.element = i.element
     AND l.kind IN ('task-opened', 'activity-started', 'child-started') ORDER BY l.id DESC LIMIT 1)
    AS "elementName",
  i.code, i.message, i.state, i.opened_at AS "openedAt", i.resolved_at AS "resolvedAt"`;

const LIMIT = 200;

@Injectable()
export class IncidentQueries {
  constructor(private readonly dataSource: DataSource) {}

  async list(session: Session, query: IncidentQuery): Promise<IncidentListDto> {
    const items = await this.dataSource.query<IncidentDto[]>(
      `SELECT ${COLUMNS} FROM incident i JOIN cases c ON c.number = i.case_number
       WHERE ${IN_SCOPE} AND i.state = $3 AND ($4::text IS NULL OR i.case_number = $4)
       ORDER BY i.opened_at DESC LIMIT ${LIMIT}`,
      [...scopeOf(session), query.state ?? 'open', query.case ?? null],
    );
    return { items, next: null };
  }

  /** @throws as `require` */
  async detail(session: Session, id: string): Promise<IncidentDetailDto> {
    const incident = await this.require(session, id);
    const [row] = await this.dataSource.query<{ variables: Record<string, unknown> }[]>(
      `SELECT variables FROM cases WHERE number = $1`,
      [incident.caseNumber],
    );
    const { caseNumber } = incident;
    await auditLook(this.dataSource.manager, {
      person: session.person.id,
      post: session.post?.id,
      act: 'case.read',
      target: `case:${caseNumber}`,
    });
    return { ...incident, variables: row?.variables ?? {} };
  }

  /**
   * What came of a retry by now: done away with, come back (the same, or the adapter failed again), or
   * the adapter is at it.
   */
  async afterRetry(id: string): Promise<RetryOutcomeDto> {
    const [row] = await this.dataSource.query<
      { state: string; message: string; again: string | null; running: boolean }[]
    >(
      `SELECT i.state, i.message,
              (SELECT again.message FROM incident again
                WHERE again.case_number = i.case_number AND again.element = i.element
                  AND again.state = 'open' AND again.opened_at > i.opened_at LIMIT 1) AS again,
              EXISTS (SELECT 1 FROM jsonb_each(c.engine_state->'instances') AS instance
                       WHERE instance.value->>'element' = i.element
                         AND instance.value->'open'->>'type' = 'activity') AS running
         FROM incident i JOIN cases c ON c.number = i.case_number WHERE i.id = $1`,
      [id],
    );
    if (row?.state === 'open') return { id, outcome: 'open', message: row.message };
    if (row?.again) return { id, outcome: 'open', message: row.again };
    if (row?.running)
      return { id, outcome: 'running', message: '已重新发起，对方系统还没有答复，稍后刷新查看。' };
    return { id, outcome: 'resolved', message: '已排除，办件接着往下走。' };
  }

  /** @throws DomainError 404 `incident-not-found`, 403 `incident-of-another-department` (audited) */
  async require(session: Session, id: string): Promise<IncidentDto> {
    const [row] = await this.dataSource.query<(IncidentDto & { inScope: boolean })[]>(
      `SELECT ${COLUMNS}, ${IN_SCOPE} AS "inScope"
       FROM incident i JOIN cases c ON c.number = i.case_number WHERE i.id = $3`,
      [...scopeOf(session), id],
    );
    if (!row) throw notFound('incident-not-found', `没有异常 ${id}，请从异常列表中选择。`);
    const { inScope, ...incident } = row;
    if (inScope) return incident;
    await audit(this.dataSource.manager, {
      person: session.person.id,
      post: session.post?.id,
      act: 'incident.retry',
      target: `incident:${id}`,
      outcome: 'refused',
    });
    throw forbidden(
      'incident-of-another-department',
      '这个异常所在的办件不由您的部门办理，请联系承办部门或流程管理员。',
    );
  }
}

function scopeOf(session: Session): [boolean, string | null] {
  const ability = abilityOf(session);
  return [
    ability.can('manage', 'Incident') || ability.can('read', 'Supervision'),
    session.post?.organisation.id ?? null,
  ];
}

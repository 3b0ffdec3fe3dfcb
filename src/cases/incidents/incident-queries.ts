/** Incidents are their case's: who is in charge of it, or supervises it, sees them; `cases/access` says who. */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { auditLook, type Session, Values } from '../../people/index.js';
import { casesFor, requireCase, type Statement } from '../access/index.js';
import { notFound } from '../../platform/errors.js';
import type {
  IncidentDetailDto,
  IncidentDto,
  IncidentListDto,
  IncidentQuery,
  RetryOutcomeDto,
} from './incident.dto.js';

const COLUMNS = `
  i.id, i.case_number AS "caseNumber", c.item_name AS "itemName", i.element,
  (SELECT l.name FROM timeline l WHERE l.case_number = i.case_number AND l.element = i.element
     AND l.kind IN ('task-opened', 'activity-started', 'child-started') ORDER BY l.id DESC LIMIT 1)
    AS "elementName",
  i.code, i.message, i.state, i.opened_at AS "openedAt", i.resolved_at AS "resolvedAt"`;

const LIMIT = 200;

/** @public for the check of statements */
export function incidentsStatement(session: Session, query: IncidentQuery): Statement {
  const values = new Values();
  const { place } = values;
  const number = query.case ?? null;
  const text = `
    SELECT ${COLUMNS} FROM incident i JOIN cases c ON c.number = i.case_number
     WHERE ${casesFor(session, 'incident.read', values)}
       AND i.state = ${place(query.state ?? 'open')}
       AND (${place(number)}::text IS NULL OR i.case_number = ${place(number)}::text)
     ORDER BY i.opened_at DESC LIMIT ${LIMIT}`;
  return { text, values: values.list };
}

function listIncidents(
  manager: EntityManager,
  session: Session,
  query: IncidentQuery,
): Promise<IncidentDto[]> {
  const { text, values } = incidentsStatement(session, query);
  return manager.query<IncidentDto[]>(text, values);
}

@Injectable()
export class IncidentQueries {
  constructor(private readonly dataSource: DataSource) {}

  async list(session: Session, query: IncidentQuery): Promise<IncidentListDto> {
    return { items: await listIncidents(this.dataSource.manager, session, query), next: null };
  }

  /** @throws as `require` */
  async detail(session: Session, id: string): Promise<IncidentDetailDto> {
    const incident = await this.require(session, id, 'incident.read');
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

  /** @throws DomainError 404 `incident-not-found`, and the case's own refusals, audited */
  async require(
    session: Session,
    id: string,
    act: 'incident.read' | 'incident.retry' | 'incident.change',
  ): Promise<IncidentDto> {
    const { manager } = this.dataSource;
    const [incident] = await manager.query<IncidentDto[]>(
      `SELECT ${COLUMNS} FROM incident i JOIN cases c ON c.number = i.case_number WHERE i.id = $1`,
      [id],
    );
    if (!incident) throw notFound('incident-not-found', `没有异常 ${id}，请从异常列表中选择。`);
    await requireCase(manager, session, incident.caseNumber, act);
    return incident;
  }
}

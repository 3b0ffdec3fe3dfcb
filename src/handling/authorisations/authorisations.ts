/** Authorisations as both of them see theirs, and how they end. */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { tell } from '../../notifications/index.js';
import { audit, COUNTS, type Session } from '../../people/index.js';
import { notFound } from '../../platform/errors.js';
import type { AuthorisationDto, AuthorisationListDto } from './authorisation.dto.js';

const COLUMNS = `z.id, v.name AS "principalName", g.name AS "agentName",
  (SELECT jsonb_agg(jsonb_build_object('code', code, 'name', coalesce(
     (SELECT i.name FROM item i WHERE i.code = named.code ORDER BY i.version DESC LIMIT 1), code)))
     FROM unnest(z.items) AS named (code)) AS items,
  z.from_on::text AS "from", z.to_on::text AS "to", z.given_at AS "givenAt",
  o.name AS "window", z.paper,
  CASE WHEN z.revoked_at IS NOT NULL THEN 'revoked' WHEN ${COUNTS} THEN 'counts'
       WHEN z.from_on > (now() AT TIME ZONE 'Asia/Shanghai')::date THEN 'coming' ELSE 'over' END AS state,
  z.revoked_at AS "revokedAt",
  (SELECT count(*)::int FROM cases c WHERE c.agent_id = z.agent_id AND c.authorisation_id = z.id
      AND c.parent_number IS NULL) AS cases`;

const FROM = `FROM authorisation z JOIN person v ON v.id = z.principal_id
  JOIN person g ON g.id = z.agent_id LEFT JOIN organisation o ON o.id = z.organisation_id`;

type Row = Omit<AuthorisationDto, 'givenAt' | 'revokedAt'> & {
  givenAt: Date;
  revokedAt: Date | null;
};

const dto = (row: Row): AuthorisationDto => ({
  ...row,
  givenAt: row.givenAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
});

@Injectable()
export class Authorisations {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that count first, then the newest; what is over stays to be looked up. */
  async list(personId: string): Promise<AuthorisationListDto> {
    const [given, received] = await Promise.all([
      this.dataSource.query<Row[]>(
        `SELECT ${COLUMNS} ${FROM} WHERE z.principal_id = $1
          ORDER BY ${COUNTS} DESC, z.given_at DESC LIMIT 100`,
        [personId],
      ),
      this.dataSource.query<Row[]>(
        `SELECT ${COLUMNS} ${FROM} WHERE z.agent_id = $1
          ORDER BY ${COUNTS} DESC, z.given_at DESC LIMIT 100`,
        [personId],
      ),
    ]);
    return { given: given.map(dto), received: received.map(dto) };
  }

  /** @throws Error when there is none */
  async read(manager: EntityManager, id: string): Promise<AuthorisationDto> {
    const [row] = await manager.query<Row[]>(`SELECT ${COLUMNS} ${FROM} WHERE z.id = $1`, [id]);
    if (!row) throw new Error(`there is no authorisation ${id}`);
    return dto(row);
  }

  /**
   * Ends it at once, by whichever of the two (民法典 173): the principal takes it back, the agent gives it up.
   * Its cases go on; the agent stands for them no more. The other one is told.
   * @throws DomainError `authorisation-not-found`
   */
  async revoke({ person }: Session, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [rows] = await manager.query<
        [{ principal: string; agent: string; to: string }[], number]
      >(
        `UPDATE authorisation z SET revoked_at = now(), revoked_by = $2
          WHERE id = $1 AND $2 IN (principal_id, agent_id) AND revoked_at IS NULL
                AND to_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date
        RETURNING principal_id AS principal, agent_id AS agent, to_on::text AS "to"`,
        [id, person.id],
      );
      const [row] = rows;
      if (!row) throw notFound('authorisation-not-found', '没有这项委托，或者已经结束。');
      const { principal, agent, to } = row;
      await audit(manager, {
        ...{ person: person.id, act: 'authorisation.revoke', outcome: 'done' },
        ...{ target: `person:${person.id === agent ? principal : agent}` },
        detail: {
          authorisation: id,
          by: person.id === agent ? 'agent' : 'principal',
        },
      });
      await tell(manager, [
        {
          ...{
            occasion: 'authorisation-ended',
            key: id,
            facts: { lastDay: to },
          },
          persons: [principal, agent].filter((one) => one !== person.id),
          about: { kind: 'authorisation', id },
        },
      ]);
    });
  }
}

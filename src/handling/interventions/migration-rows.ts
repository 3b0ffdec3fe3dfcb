/** What was asked of a migration, and how far each of its cases has come; a restart goes on from here. */
import type { EntityManager } from 'typeorm';
import type { MigrationPlan } from '../../../bpmn/engine/index.js';
import type { Actor } from '../../people/index.js';
import { notFound } from '../../platform/errors.js';
import type { CaseOutcomeDto, MigrationProgressDto } from './intervention.dto.js';

export interface NewMigration {
  id: string;
  processId: string;
  fromHash: string;
  toHash: string;
  plan: MigrationPlan;
  reason: string;
  actor: Pick<Actor, 'personId' | 'postId'>;
  /** Only these; undefined = all that run on the old version. */
  cases?: string[];
  /** Those that would pass over an act are asked of a second person. */
  secondPerson?: boolean;
}

/** Inside the caller's transaction. A repeat of the id changes nothing. */
export async function insertMigration(manager: EntityManager, asked: NewMigration): Promise<void> {
  const { id, processId, fromHash, toHash, plan, reason, actor, cases } = asked;
  const { personId, postId } = actor;
  const rows = await manager.query<unknown[]>(
    `INSERT INTO case_migration (id, process_id, from_hash, to_hash, plan, reason, person_id, post_id,
                                 second_person)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      ...[id, processId, fromHash, toHash, JSON.stringify(plan), reason, personId, postId],
      asked.secondPerson ?? false,
    ],
  );
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO case_migration_outcome (migration_id, case_number)
     SELECT $1, number FROM cases
      WHERE model_hash = $2 AND NOT ended AND ($3::text[] IS NULL OR number = ANY ($3))`,
    [id, fromHash, cases ?? null],
  );
}

export interface DueCase {
  migrationId: string;
  caseNumber: string;
  commandId: string;
  from: string;
  to: string;
  plan: MigrationPlan;
  reason: string;
  personId: string;
  postId: string | null;
  secondPerson: boolean;
}

/** Takes some pending cases over; who took one and died is relieved after a while. */
export async function takeDue(
  manager: EntityManager,
  most: number,
  leaseSeconds: number,
): Promise<DueCase[]> {
  const [rows] = await manager.query<[DueCase[], number]>(
    `UPDATE case_migration_outcome o SET taken_at = now(), attempts = attempts + 1
       FROM case_migration m
      WHERE m.id = o.migration_id AND (o.migration_id, o.case_number) IN (
        SELECT migration_id, case_number FROM case_migration_outcome
         WHERE state = 'pending'
           AND (taken_at IS NULL OR taken_at < now() - make_interval(secs => $2))
         ORDER BY taken_at NULLS FIRST LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING o.migration_id AS "migrationId", o.case_number AS "caseNumber",
       o.command_id AS "commandId", m.from_hash AS "from", m.to_hash AS "to", m.plan, m.reason,
       m.person_id AS "personId", m.post_id AS "postId", m.second_person AS "secondPerson"`,
    [most, leaseSeconds],
  );
  return rows;
}

export async function settle(
  manager: EntityManager,
  { migrationId, caseNumber }: DueCase,
  state: 'asked' | 'done' | 'refused',
  message: string | null,
): Promise<void> {
  await manager.query(
    `UPDATE case_migration_outcome SET state = $3, message = $4
      WHERE migration_id = $1 AND case_number = $2`,
    [migrationId, caseNumber, state, message],
  );
}

/** Tries with a command of its own once more, a few times; afterwards the refusal stands. */
export async function tryAgain(
  manager: EntityManager,
  { migrationId, caseNumber }: DueCase,
  most: number,
): Promise<boolean> {
  const [rows] = await manager.query<[unknown[], number]>(
    `UPDATE case_migration_outcome SET command_id = gen_random_uuid(), taken_at = NULL
      WHERE migration_id = $1 AND case_number = $2 AND attempts < $3 RETURNING 1`,
    [migrationId, caseNumber, most],
  );
  return rows.length > 0;
}

/** @throws DomainError `migration-not-found` */
export async function migrationProgress(
  manager: EntityManager,
  id: string,
): Promise<MigrationProgressDto> {
  const [row] = await manager.query<{ processId: string }[]>(
    `SELECT process_id AS "processId" FROM case_migration WHERE id = $1`,
    [id],
  );
  if (!row) throw notFound('migration-not-found', `没有迁移 ${id}。`);
  const outcomes = await manager.query<CaseOutcomeDto[]>(
    `SELECT o.case_number AS "caseNumber",
            CASE WHEN o.state <> 'asked' THEN o.state
                 WHEN t.state = 'cancelled' OR t.state = 'completed' AND t.outcome <> 'agree' THEN 'refused'
                 WHEN t.state = 'completed' THEN 'done' ELSE o.state END AS state,
            CASE WHEN o.state <> 'asked' THEN o.message
                 WHEN t.state = 'cancelled' THEN '办件已经办结，不再需要确认。'
                 WHEN t.state = 'completed' AND t.outcome <> 'agree'
                   THEN '第二人不同意：' || coalesce(t.opinion, '')
                 WHEN t.state = 'completed' THEN NULL ELSE o.message END AS message
       FROM case_migration_outcome o
       LEFT JOIN task t ON t.id = o.case_number || '.side-second-' || o.command_id
      WHERE o.migration_id = $1 ORDER BY 2 DESC, 1`,
    [id],
  );
  const count = (state: string) => outcomes.filter((one) => one.state === state).length;
  return {
    id,
    ...row,
    pending: count('pending'),
    asked: count('asked'),
    done: count('done'),
    refused: count('refused'),
    outcomes,
  };
}

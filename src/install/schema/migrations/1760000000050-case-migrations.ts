import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moving running cases to another version of their process: what was asked, and each case's outcome. */
export class CaseMigrations1760000000050 implements MigrationInterface {
  name = 'CaseMigrations1760000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_migration (
        id UUID PRIMARY KEY,
        process_id TEXT NOT NULL,
        from_hash TEXT NOT NULL,
        to_hash TEXT NOT NULL,
        plan JSONB NOT NULL,
        reason TEXT NOT NULL,
        person_id TEXT NOT NULL,
        post_id TEXT,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now()
      );
      CREATE INDEX case_migration_process ON case_migration (process_id, created_at);

      CREATE TABLE case_migration_outcome (
        migration_id UUID NOT NULL REFERENCES case_migration (id),
        case_number TEXT NOT NULL REFERENCES cases (number),
        command_id UUID NOT NULL DEFAULT gen_random_uuid(),
        state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'refused')),
        message TEXT,
        attempts INT NOT NULL DEFAULT 0,
        taken_at TIMESTAMPTZ,
        PRIMARY KEY (migration_id, case_number)
      );
      CREATE INDEX case_migration_pending ON case_migration_outcome (taken_at)
        WHERE state = 'pending';
      CREATE INDEX cases_model ON cases (model_hash) WHERE NOT ended;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cases_model;
      DROP TABLE case_migration_outcome, case_migration;`);
  }
}

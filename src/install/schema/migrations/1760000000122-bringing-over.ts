import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases of older systems: files with the outcome of every line, and where each case came from. */
export class BringingOver1760000000122 implements MigrationInterface {
  name = 'BringingOver1760000000122';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases
        ADD COLUMN source_system text,
        ADD COLUMN source_number text,
        ADD COLUMN carried_from jsonb;
      CREATE UNIQUE INDEX cases_source ON cases (source_system, source_number)
        WHERE source_number IS NOT NULL;

      CREATE TABLE bringing_over (
        id uuid PRIMARY KEY,
        source_system text NOT NULL,
        file_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('checked', 'running', 'done', 'dropped')),
        person_id text NOT NULL,
        post_id text,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        taken_at timestamptz
      );
      CREATE INDEX bringing_over_running ON bringing_over (created_at) WHERE state = 'running';
      CREATE TABLE bringing_over_line (
        run_id uuid NOT NULL REFERENCES bringing_over (id),
        line integer NOT NULL,
        source_number text,
        data jsonb,
        state text NOT NULL CHECK (state IN ('ready', 'faulty', 'brought', 'already', 'refused')),
        errors jsonb NOT NULL DEFAULT '[]',
        case_number text,
        PRIMARY KEY (run_id, line)
      );
      CREATE INDEX bringing_over_line_state ON bringing_over_line (run_id, state, line);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE bringing_over_line, bringing_over;
      DROP INDEX cases_source;
      ALTER TABLE cases DROP COLUMN carried_from, DROP COLUMN source_number,
        DROP COLUMN source_system;`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an applicant's correction changed: the answers as they were and as they are, so that who asked for it
 * sees both. The key is the command's; texts are sealed as the form's.
 */
export class CorrectionsKept1760000000470 implements MigrationInterface {
  name = 'CorrectionsKept1760000000470';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE correction (
        id uuid PRIMARY KEY,
        task_id text NOT NULL REFERENCES task (id),
        made_at timestamptz NOT NULL DEFAULT now(),
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        materials text[] NOT NULL
      );
      CREATE INDEX correction_task ON correction (task_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE correction`);
  }
}

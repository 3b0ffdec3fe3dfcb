import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a request with an Idempotency-Key was answered first, so that its repeat is answered the same
 * without asking anything again; and how many days that is kept.
 */
export class FirstAnswers1760000000430 implements MigrationInterface {
  name = 'FirstAnswers1760000000430';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE first_answer (
        person_id text NOT NULL,
        key uuid NOT NULL,
        operation text NOT NULL,
        digest text NOT NULL,
        status int,
        body text,
        asked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, key),
        CHECK ((status IS NULL) = (body IS NULL))
      );
      CREATE INDEX first_answer_asked ON first_answer (asked_at);
      UPDATE supervision_setting SET content = content || '{"answerDays": 7}'
       WHERE kind = 'retention';
      ALTER TABLE retention_removal DROP CONSTRAINT retention_removal_kind_check,
        ADD CONSTRAINT retention_removal_kind_check
          CHECK (kind IN ('draft', 'handed-in-draft', 'task-draft', 'file', 'first-answer'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE first_answer;
      UPDATE supervision_setting SET content = content - 'answerDays' WHERE kind = 'retention';
      DELETE FROM retention_removal WHERE kind = 'first-answer';
      ALTER TABLE retention_removal DROP CONSTRAINT retention_removal_kind_check,
        ADD CONSTRAINT retention_removal_kind_check
          CHECK (kind IN ('draft', 'handed-in-draft', 'task-draft', 'file'))`);
  }
}

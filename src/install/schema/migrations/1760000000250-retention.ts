import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long drafts and files are kept that nobody needs any more, and what was removed. */
export class Retention1760000000250 implements MigrationInterface {
  name = 'Retention1760000000250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supervision_setting DROP CONSTRAINT supervision_setting_kind_check,
        ADD CONSTRAINT supervision_setting_kind_check
          CHECK (kind IN ('urges', 'appraisal', 'benefits', 'publication', 'retention'));
      INSERT INTO supervision_setting (kind, version, content, valid_from) VALUES
        ('retention', 1, '{"draftDays": 180, "handedInDraftDays": 90, "fileDays": 30}', '2000-01-01');
      CREATE TABLE retention_removal (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('draft', 'handed-in-draft', 'file')),
        removed int NOT NULL,
        kept_days int NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX draft_kept ON draft (updated_at);
      CREATE INDEX supervision_act_files ON supervision_act USING gin (files)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX supervision_act_files, draft_kept;
      DROP TABLE retention_removal;
      DELETE FROM supervision_setting WHERE kind = 'retention';
      ALTER TABLE supervision_setting DROP CONSTRAINT supervision_setting_kind_check,
        ADD CONSTRAINT supervision_setting_kind_check
          CHECK (kind IN ('urges', 'appraisal', 'benefits', 'publication'))`);
  }
}

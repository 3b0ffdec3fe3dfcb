import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins that were begun are removed by their time; drafts of tasks go when nobody needs them. */
export class LimitsOfStrangers1760000000425 implements MigrationInterface {
  name = 'LimitsOfStrangers1760000000425';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX sign_in_begun ON sign_in (created_at);
      CREATE INDEX task_draft_kept ON task_draft (saved_at);
      ALTER TABLE retention_removal DROP CONSTRAINT retention_removal_kind_check,
        ADD CONSTRAINT retention_removal_kind_check
          CHECK (kind IN ('draft', 'handed-in-draft', 'task-draft', 'file'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX task_draft_kept, sign_in_begun;
      DELETE FROM retention_removal WHERE kind = 'task-draft';
      ALTER TABLE retention_removal DROP CONSTRAINT retention_removal_kind_check,
        ADD CONSTRAINT retention_removal_kind_check
          CHECK (kind IN ('draft', 'handed-in-draft', 'file'))`);
  }
}

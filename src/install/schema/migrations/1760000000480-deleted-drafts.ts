import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a draft is deleted: for some days it can be had back, then it goes. */
export class DeletedDrafts1760000000480 implements MigrationInterface {
  name = 'DeletedDrafts1760000000480';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE draft ADD COLUMN deleted_at timestamptz;
      CREATE INDEX draft_deleted ON draft (deleted_at) WHERE deleted_at IS NOT NULL;
      ALTER TABLE retention_removal DROP CONSTRAINT retention_removal_kind_check,
        ADD CONSTRAINT retention_removal_kind_check
          CHECK (kind IN ('draft', 'deleted-draft', 'handed-in-draft', 'task-draft', 'file',
            'first-answer', 'notification'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM retention_removal WHERE kind = 'deleted-draft';
      ALTER TABLE retention_removal DROP CONSTRAINT retention_removal_kind_check,
        ADD CONSTRAINT retention_removal_kind_check
          CHECK (kind IN ('draft', 'handed-in-draft', 'task-draft', 'file', 'first-answer',
            'notification'));
      DELETE FROM draft WHERE deleted_at IS NOT NULL;
      ALTER TABLE draft DROP COLUMN deleted_at`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long what people were told of is kept: two years, unless the city settles otherwise. */
export class NotificationsKept1760000000435 implements MigrationInterface {
  name = 'NotificationsKept1760000000435';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX notification_kept ON notification (at);
      UPDATE supervision_setting SET content = '{"notificationDays": 730}' || content
       WHERE kind = 'retention';
      ALTER TABLE retention_removal DROP CONSTRAINT retention_removal_kind_check,
        ADD CONSTRAINT retention_removal_kind_check
          CHECK (kind IN ('draft', 'handed-in-draft', 'task-draft', 'file', 'first-answer',
            'notification'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM retention_removal WHERE kind = 'notification';
      ALTER TABLE retention_removal DROP CONSTRAINT retention_removal_kind_check,
        ADD CONSTRAINT retention_removal_kind_check
          CHECK (kind IN ('draft', 'handed-in-draft', 'task-draft', 'file', 'first-answer'));
      UPDATE supervision_setting SET content = content - 'notificationDays'
       WHERE kind = 'retention';
      DROP INDEX notification_kept`);
  }
}

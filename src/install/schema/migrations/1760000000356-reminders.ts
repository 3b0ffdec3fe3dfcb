import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether those who have a task were told that its limit comes near: once a task; licences that end soon. */
export class Reminders1760000000356 implements MigrationInterface {
  name = 'Reminders1760000000356';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task ADD COLUMN reminded_at timestamptz;
      CREATE INDEX task_to_remind ON task (due_at)
        WHERE state = 'open' AND due_at IS NOT NULL AND reminded_at IS NULL;
      CREATE INDEX licence_ending ON licence (valid_to) WHERE state = 'valid'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX licence_ending; ALTER TABLE task DROP COLUMN reminded_at`);
  }
}

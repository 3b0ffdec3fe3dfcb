import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy (抄送) that was recalled shows its case no longer; the row stays, for what was read was read. */
export class CopiesRecalled1760000000230 implements MigrationInterface {
  name = 'CopiesRecalled1760000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE task_copy ADD COLUMN recalled_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE task_copy DROP COLUMN recalled_at`);
  }
}

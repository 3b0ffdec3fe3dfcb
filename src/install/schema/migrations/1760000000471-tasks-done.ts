import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has done of late is found without looking through all tasks. */
export class TasksDone1760000000471 implements MigrationInterface {
  name = 'TasksDone1760000000471';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX task_done ON task (assignee_person, completed_at) WHERE state = 'completed'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX task_done`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Side tasks: tasks of a case that its diagram does not know, such as the approval of an extension or
 * of a seal, a sign-off, a later check. `closed_step` says which step's end of the case closed one, so
 * that it opens again when that step turns out never to have happened.
 */
export class SideTasks1760000000140 implements MigrationInterface {
  name = 'SideTasks1760000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task
        ADD COLUMN origin text NOT NULL DEFAULT 'diagram' CHECK (origin IN ('diagram','side')),
        ADD COLUMN purpose text,
        ADD COLUMN parent_task text REFERENCES task (id),
        ADD COLUMN data jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN survives_end boolean NOT NULL DEFAULT false,
        ADD COLUMN closed_step int,
        ADD CHECK ((origin = 'side') = (purpose IS NOT NULL))`);
    await runner.query(
      `CREATE INDEX task_parent ON task (parent_task) WHERE parent_task IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX task_purpose ON task (purpose, opened_at) WHERE origin = 'side'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM task WHERE origin = 'side'`);
    await runner.query(`
      ALTER TABLE task DROP COLUMN closed_step, DROP COLUMN survives_end, DROP COLUMN data,
        DROP COLUMN parent_task, DROP COLUMN purpose, DROP COLUMN origin`);
  }
}

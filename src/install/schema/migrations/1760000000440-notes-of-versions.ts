import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each version of a process or of a decision file changed, in the words of who published it. */
export class NotesOfVersions1760000000440 implements MigrationInterface {
  name = 'NotesOfVersions1760000000440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE process_version ADD COLUMN note text NOT NULL DEFAULT '';
      ALTER TABLE decision_version ADD COLUMN note text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE process_version DROP COLUMN note;
      ALTER TABLE decision_version DROP COLUMN note`);
  }
}

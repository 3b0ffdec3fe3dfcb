import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which version a draft was made; null = kept by the release before, which did not say. */
export class BasesOfDrafts1760000000400 implements MigrationInterface {
  name = 'BasesOfDrafts1760000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE definition_draft ADD COLUMN based_on integer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE definition_draft DROP COLUMN based_on`);
  }
}

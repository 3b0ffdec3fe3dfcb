import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All who kept a draft, since it was begun: none of them publishes it alone. The release before writes none;
 * who kept it last is known all the same.
 */
export class HandsOfDrafts1760000000420 implements MigrationInterface {
  name = 'HandsOfDrafts1760000000420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE definition_draft ADD COLUMN savers text[] NOT NULL DEFAULT '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE definition_draft DROP COLUMN savers`);
  }
}

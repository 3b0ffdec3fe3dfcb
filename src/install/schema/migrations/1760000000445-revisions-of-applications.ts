import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which state of an application's draft is kept: two browsers do not write over each other unseen. */
export class RevisionsOfApplications1760000000445 implements MigrationInterface {
  name = 'RevisionsOfApplications1760000000445';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE draft ADD COLUMN revision uuid NOT NULL DEFAULT gen_random_uuid()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE draft DROP COLUMN revision`);
  }
}

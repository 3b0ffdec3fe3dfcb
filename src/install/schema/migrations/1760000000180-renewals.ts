import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A renewal is decided before the licence ends, or counts as granted (行政许可法 50). */
export class Renewals1760000000180 implements MigrationInterface {
  name = 'Renewals1760000000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases ADD COLUMN licence_ends_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases DROP COLUMN licence_ends_at`);
  }
}

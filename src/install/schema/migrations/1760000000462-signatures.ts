import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 出件签名: what the receiver drew at the counter, as the path of an SVG. */
export class Signatures1760000000462 implements MigrationInterface {
  name = 'Signatures1760000000462';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE result_delivery ADD COLUMN signature text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE result_delivery DROP COLUMN signature`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By which key people are found, told by a fingerprint. All columns are gone through once more: earlier
 * releases let ID numbers pass in groups and behind escapes.
 */
export class DigestKey1760000000260 implements MigrationInterface {
  name = 'DigestKey1760000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE digest_key (
        "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
        fingerprint text NOT NULL,
        noted_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX cases_without_digest ON cases (number)
        WHERE person_digest IS NULL AND form ? 'idNumber';
      DELETE FROM sealed_column`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cases_without_digest;
      DROP TABLE digest_key`);
  }
}

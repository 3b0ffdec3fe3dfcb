import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A case that went on after the e-archive had signed for its package gets a new one, which names the old.
 * `archive_package` keeps the newest of each case, so that what knows of one only goes on as before.
 */
export class EarlierArchivePackages1760000000380 implements MigrationInterface {
  name = 'EarlierArchivePackages1760000000380';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE earlier_archive_package (
        id uuid PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        requested_at timestamptz NOT NULL,
        file_key text NOT NULL,
        size bigint NOT NULL,
        digest text NOT NULL,
        files jsonb NOT NULL,
        packed_at timestamptz NOT NULL,
        checked_at timestamptz,
        handed_over_at timestamptz,
        received_at timestamptz NOT NULL,
        receipt_number text,
        follows uuid REFERENCES earlier_archive_package (id)
      );
      CREATE INDEX earlier_archive_package_of_case
        ON earlier_archive_package (case_number, received_at DESC);
      ALTER TABLE archive_package ADD COLUMN follows uuid REFERENCES earlier_archive_package (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE archive_package DROP COLUMN follows;
      DROP TABLE earlier_archive_package;
    `);
  }
}

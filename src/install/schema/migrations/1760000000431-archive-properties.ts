import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The four properties of a package (GB/T 42727-2023) as they were found where it was made and where it was
 * taken in, and how long it is kept on which ground. Null = packed by an earlier release.
 */
export class ArchiveProperties1760000000431 implements MigrationInterface {
  name = 'ArchiveProperties1760000000431';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      ['archive_package', 'earlier_archive_package']
        .map(
          (table) => `ALTER TABLE ${table} ADD COLUMN checks_made jsonb,
            ADD COLUMN checks_taken jsonb, ADD COLUMN retention jsonb`,
        )
        .join('; '),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      ['archive_package', 'earlier_archive_package']
        .map(
          (table) => `ALTER TABLE ${table} DROP COLUMN checks_made, DROP COLUMN checks_taken,
            DROP COLUMN retention`,
        )
        .join('; '),
    );
  }
}

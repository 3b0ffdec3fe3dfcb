import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packages of finished cases on their way to the e-archive (国务院令 716, 12). */
export class Archives1760000000132 implements MigrationInterface {
  name = 'Archives1760000000132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE archive_package (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_number text NOT NULL UNIQUE REFERENCES cases (number),
        state text NOT NULL CHECK (state IN
          ('due', 'packed', 'checked', 'handed-over', 'received', 'failed')),
        requested_by text,
        requested_post text,
        -- The step whose act asked for it, when it was one of the case's.
        requested_step int,
        requested_at timestamptz NOT NULL DEFAULT now(),
        file_key text,
        size bigint,
        digest text,
        -- Every file in it: path, size, SM3.
        files jsonb NOT NULL DEFAULT '[]',
        -- What the check found wrong; none when it passed.
        findings jsonb NOT NULL DEFAULT '[]',
        packed_at timestamptz,
        checked_at timestamptz,
        handed_over_at timestamptz,
        received_at timestamptz,
        receipt_number text,
        attempts int NOT NULL DEFAULT 0,
        last_error text,
        next_attempt_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX archive_package_moving ON archive_package (next_attempt_at)
        WHERE state IN ('due', 'packed', 'checked', 'handed-over');
      CREATE INDEX archive_package_requested ON archive_package (requested_at DESC, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE archive_package`);
  }
}

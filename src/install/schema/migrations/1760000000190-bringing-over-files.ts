import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of older systems, by the name a table of cases gives them. */
export class BringingOverFiles1760000000190 implements MigrationInterface {
  name = 'BringingOverFiles1760000000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bringing_over_file (
        source_system text NOT NULL,
        name text NOT NULL,
        file_id uuid NOT NULL REFERENCES stored_file (id),
        PRIMARY KEY (source_system, name)
      );
      CREATE INDEX bringing_over_file_file ON bringing_over_file (file_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE bringing_over_file`);
  }
}

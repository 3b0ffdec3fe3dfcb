import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People of cases are found by a digest, for forms are sealed. Which columns are sealed under which key
 * is noted, so that a new key goes through all of them once.
 */
export class PersonalData1760000000240 implements MigrationInterface {
  name = 'PersonalData1760000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases ADD COLUMN person_digest text;
      CREATE INDEX cases_person_digest ON cases (item_code, person_digest)
        WHERE person_digest IS NOT NULL;
      DROP INDEX cases_id_number;
      CREATE TABLE sealed_column (
        table_name text NOT NULL,
        column_name text NOT NULL,
        key_id text NOT NULL,
        changed int NOT NULL,
        not_opened int NOT NULL,
        finished_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (table_name, column_name)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sealed_column;
      DROP INDEX cases_person_digest;
      ALTER TABLE cases DROP COLUMN person_digest;
      CREATE INDEX cases_id_number ON cases (item_code, upper(form ->> 'idNumber'))
        WHERE form ? 'idNumber'`);
  }
}

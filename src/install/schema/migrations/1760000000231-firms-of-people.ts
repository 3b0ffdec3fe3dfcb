import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Firms that the business register says a person runs: kept so that applying does not wait for the register. */
export class FirmsOfPeople1760000000231 implements MigrationInterface {
  name = 'FirmsOfPeople1760000000231';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE firm_of_person (
        person_id text NOT NULL REFERENCES person (id),
        credit_code text NOT NULL,
        name text NOT NULL,
        checked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, credit_code)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE firm_of_person`);
  }
}

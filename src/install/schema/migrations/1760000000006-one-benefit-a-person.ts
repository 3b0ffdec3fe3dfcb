import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the other applications of the person a benefit is for; forms without an ID number cost nothing. */
export class OneBenefitAPerson1760000000006 implements MigrationInterface {
  name = 'OneBenefitAPerson1760000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX cases_id_number ON cases (item_code, upper(form ->> 'idNumber'))
        WHERE form ? 'idNumber'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX cases_id_number`);
  }
}

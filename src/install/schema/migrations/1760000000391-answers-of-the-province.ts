import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the province answered is kept of applications and corrections too, and that it refused or did not
 * answer. `dataset` holds the system's name where another than the exchange was asked.
 */
export class AnswersOfTheProvince1760000000391 implements MigrationInterface {
  name = 'AnswersOfTheProvince1760000000391';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE exchange_record
        ADD COLUMN occasion text NOT NULL DEFAULT 'process'
          CHECK (occasion IN ('application', 'correction', 'process')),
        ADD COLUMN element text,
        ADD COLUMN outcome text NOT NULL DEFAULT 'answered'
          CHECK (outcome IN ('answered', 'nothing', 'refused', 'away')),
        ADD COLUMN reason text,
        ADD COLUMN attempts integer NOT NULL DEFAULT 1;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE exchange_record DROP COLUMN occasion, DROP COLUMN element, DROP COLUMN outcome,
        DROP COLUMN reason, DROP COLUMN attempts;
    `);
  }
}

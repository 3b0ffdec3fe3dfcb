import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The law's changes of behaviour a case was opened under stay with it (`workflows/law/behaviour.ts`); null: it
 * was opened before there were numbers.
 */
export class LawOfCases1760000000390 implements MigrationInterface {
  name = 'LawOfCases1760000000390';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases ADD COLUMN law smallint`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases DROP COLUMN law`);
  }
}

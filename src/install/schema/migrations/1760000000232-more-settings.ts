import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings of a city beside urges and appraisal: how many months ahead a benefit's list may be made. */
export class MoreSettings1760000000232 implements MigrationInterface {
  name = 'MoreSettings1760000000232';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supervision_setting DROP CONSTRAINT supervision_setting_kind_check,
        ADD CONSTRAINT supervision_setting_kind_check
          CHECK (kind IN ('urges', 'appraisal', 'benefits'));
      INSERT INTO supervision_setting (kind, version, content, valid_from)
        VALUES ('benefits', 1, '{"monthsAhead": 0}', '2000-01-01')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM supervision_setting WHERE kind = 'benefits';
      ALTER TABLE supervision_setting DROP CONSTRAINT supervision_setting_kind_check,
        ADD CONSTRAINT supervision_setting_kind_check CHECK (kind IN ('urges', 'appraisal'))`);
  }
}

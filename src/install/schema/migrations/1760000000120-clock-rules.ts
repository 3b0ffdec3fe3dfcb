import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RULES_OF_TYPE } from '../../../../workflows/clock/index.js';

const SOURCES: Record<string, string> = {
  '01': '行政许可法第三十二条、第四十二条至第四十五条、第四十七条、第五十条',
  '02': '行政处罚法第六十条、第六十一条、第八十五条',
  '*': '各事项的设定依据',
};

/** Whose law an item type's clock runs by, from which day on; and the rules a case was opened under. */
export class ClockRules1760000000120 implements MigrationInterface {
  name = 'ClockRules1760000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clock_rule (
        type text NOT NULL,
        valid_from date NOT NULL,
        rules jsonb NOT NULL,
        source text NOT NULL,
        published_by text,
        published_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (type, valid_from)
      );
      ALTER TABLE cases ADD COLUMN clock_rules jsonb;`);
    for (const [type, rules] of Object.entries(RULES_OF_TYPE))
      await runner.query(
        `INSERT INTO clock_rule (type, valid_from, rules, source) VALUES ($1, '2000-01-01', $2, $3)`,
        [type, JSON.stringify(rules), SOURCES[type] ?? ''],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases DROP COLUMN clock_rules; DROP TABLE clock_rule;`);
  }
}

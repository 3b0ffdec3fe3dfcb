import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ANY_TYPE, OTHER_RULES } from '../../../../workflows/clock/index.js';
import { itemType } from '../../../../workflows/item-types/index.js';

/** Those with a law of their own when this was written; a later one comes by a migration of its own. */
const SEEDED = ['01', '02'];

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
    const seeds = [
      ...SEEDED.map((type) => ({ type, ...itemType(type)!.clock! })),
      { type: ANY_TYPE, rules: OTHER_RULES, source: '各事项的设定依据' },
    ];
    for (const { type, rules, source } of seeds)
      await runner.query(
        `INSERT INTO clock_rule (type, valid_from, rules, source) VALUES ($1, '2000-01-01', $2, $3)`,
        [type, JSON.stringify(rules), source],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases DROP COLUMN clock_rules; DROP TABLE clock_rule;`);
  }
}

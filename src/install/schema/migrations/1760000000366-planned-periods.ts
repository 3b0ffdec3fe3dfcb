import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OPEN_CASES } from './supervision-figures/open.js';
import { caseFunctions } from './supervision-figures/triggers.js';

const FURTHER = 'hearing_due review_due';

/** The soonest of a case's limits has these among them. */
const WITH_PERIODS = OPEN_CASES.replace(
  'coalesce(least(',
  'coalesce(least(c.hearing_due_at, c.review_due_at,',
).replace(
  'AS first_due\n',
  'AS first_due,\n c.hearing_due_at AS hearing_due, c.review_due_at AS review_due\n',
);

/** A hearing to be held (行政许可法 47) and a preliminary review (43) are limits like the others: lit and carded. */
export class PlannedPeriods1760000000366 implements MigrationInterface {
  name = 'PlannedPeriods1760000000366';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases ADD COLUMN hearing_due_at timestamptz, ADD COLUMN review_due_at timestamptz;
      ALTER TABLE open_case ADD COLUMN hearing_due timestamptz, ADD COLUMN review_due timestamptz;
      CREATE OR REPLACE VIEW open_case_source AS ${WITH_PERIODS} AND c.counted;
      ${caseFunctions(FURTHER)}
      INSERT INTO card_rule (id, version, name, scope, condition, threshold, colour, issue,
                             answer_days, ladder, valid_from, created_by)
      VALUES ('hearing-passed', 1, '逾期未举行听证', 'case', 'hearing-passed', 0, 'red', 'proposal', 3,
              '[{"afterDays": 2, "colour": "red"}]', '2020-01-01', 'system'),
             ('review-passed', 1, '逾期未报送初步审查意见', 'case', 'review-passed', 0, 'red', 'proposal',
              3, '[{"afterDays": 2, "colour": "red"}]', '2020-01-01', 'system')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM card_rule WHERE id IN ('hearing-passed', 'review-passed');
      DROP VIEW open_case_source;
      ALTER TABLE open_case DROP COLUMN hearing_due, DROP COLUMN review_due;
      ALTER TABLE cases DROP COLUMN hearing_due_at, DROP COLUMN review_due_at;
      CREATE VIEW open_case_source AS ${OPEN_CASES} AND c.counted;
      ${caseFunctions()}`);
  }
}

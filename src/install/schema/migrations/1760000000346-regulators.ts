import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 审管联动: what is granted goes to who regulates it, and what they find comes back (`src/papers/regulation`). */
export class Regulators1760000000346 implements MigrationInterface {
  name = 'Regulators1760000000346';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE regulation (
        case_number text PRIMARY KEY REFERENCES cases (number),
        -- Step of the decision: what never happened takes it along.
        step integer NOT NULL,
        regulator text NOT NULL REFERENCES organisation (id),
        task_id text NOT NULL REFERENCES task (id),
        decided_at timestamptz NOT NULL,
        -- The regulation platform signed for it.
        received_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        last_error text,
        finding text CHECK (finding IN ('sound', 'mend', 'revoke')),
        finding_text text,
        found_at timestamptz,
        found_by text REFERENCES person (id)
      );
      CREATE INDEX regulation_unsigned ON regulation (next_attempt_at) WHERE received_at IS NULL;
      CREATE INDEX task_regulate ON task (due_at) WHERE purpose = 'regulate' AND state = 'open';

      ALTER TABLE card_rule DROP CONSTRAINT card_rule_scope_check,
        ADD CONSTRAINT card_rule_scope_check CHECK (scope IN ('case', 'step', 'regulation'));
      INSERT INTO card_rule (id, version, name, scope, condition, threshold, colour, issue, answer_days,
        ladder, valid_from, created_by)
      VALUES ('regulation-unclaimed', 1, '审管联动逾期未签收', 'regulation', 'regulation-unclaimed', 0,
        'yellow', 'proposal', 3, '[{"afterDays": 2, "colour": "red"}]', '2020-01-01', 'system')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM card WHERE rule_id IN (SELECT id FROM card_rule WHERE scope = 'regulation');
      DELETE FROM card_rule WHERE scope = 'regulation';
      ALTER TABLE card_rule DROP CONSTRAINT card_rule_scope_check,
        ADD CONSTRAINT card_rule_scope_check CHECK (scope IN ('case', 'step'));
      DROP INDEX task_regulate;
      DROP TABLE regulation`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cards by rules an administrator sets, orders to departments (督办), and the queries a supervisor keeps.
 * A rule is never overwritten: a change is a further version from a day on.
 */
export class CardsAndOrders1760000000151 implements MigrationInterface {
  name = 'CardsAndOrders1760000000151';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE card_rule (
        id text NOT NULL,
        version int NOT NULL,
        name text NOT NULL,
        scope text NOT NULL CHECK (scope IN ('case', 'step')),
        condition text NOT NULL,
        threshold int NOT NULL DEFAULT 0,
        colour text NOT NULL CHECK (colour IN ('warning', 'yellow', 'red')),
        -- Where it holds; null = everywhere.
        territory text,
        line text,
        department text,
        item text,
        issue text NOT NULL CHECK (issue IN ('proposal', 'automatic')),
        -- Natural days within which the unit answers.
        answer_days int NOT NULL CHECK (answer_days BETWEEN 1 AND 90),
        -- What becomes of a card that is not answered: [{"afterDays": 2, "colour": "red"}, …]
        ladder jsonb NOT NULL DEFAULT '[]',
        valid_from date NOT NULL,
        valid_to date,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (id, version)
      );
      CREATE TABLE card (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        rule_id text,
        rule_version int,
        colour text NOT NULL CHECK (colour IN ('warning', 'yellow', 'red')),
        case_number text NOT NULL,
        task_id text,
        department text NOT NULL,
        item text NOT NULL,
        state text NOT NULL CHECK (state IN
          ('proposed', 'issued', 'answered', 'accepted', 'returned', 'revoked', 'dismissed')),
        reason text NOT NULL,
        level int NOT NULL DEFAULT 0,
        -- The higher body that was told by the ladder.
        escalated_to text,
        created_at timestamptz NOT NULL DEFAULT now(),
        issued_at timestamptz,
        answer_due timestamptz,
        closed_at timestamptz,
        FOREIGN KEY (rule_id, rule_version) REFERENCES card_rule (id, version)
      );
      -- One card of a rule for a case or its step, however often the rule is looked at.
      CREATE UNIQUE INDEX card_once ON card (rule_id, case_number, coalesce(task_id, ''))
        WHERE rule_id IS NOT NULL;
      CREATE INDEX card_standing ON card (department, item, colour)
        WHERE state IN ('issued', 'answered', 'returned');
      CREATE INDEX card_case ON card (case_number);
      CREATE INDEX card_list ON card (created_at DESC, id);
      CREATE INDEX card_unanswered ON card (answer_due) WHERE state IN ('issued', 'returned');
      CREATE TABLE supervision_order (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number text NOT NULL UNIQUE,
        title text NOT NULL,
        text text NOT NULL,
        case_number text,
        card_id uuid REFERENCES card (id),
        department text NOT NULL,
        deadline timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN
          ('issued', 'replied', 'returned', 'accepted', 'withdrawn')),
        escalated_to text,
        escalated_at timestamptz,
        issued_by text NOT NULL,
        issued_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz
      );
      CREATE SEQUENCE supervision_order_serial;
      CREATE INDEX supervision_order_department ON supervision_order (department, issued_at DESC, id);
      CREATE INDEX supervision_order_list ON supervision_order (issued_at DESC, id);
      CREATE INDEX supervision_order_case ON supervision_order (case_number);
      CREATE INDEX supervision_order_late ON supervision_order (deadline)
        WHERE state IN ('issued', 'returned') AND escalated_at IS NULL;
      -- What was done with a card or an order, by whom, in whose words and with which papers.
      CREATE TABLE supervision_act (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        card_id uuid REFERENCES card (id),
        order_id uuid REFERENCES supervision_order (id),
        act text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        person_id text,
        post_id text,
        text text NOT NULL DEFAULT '',
        files uuid[] NOT NULL DEFAULT '{}',
        CHECK (num_nonnulls(card_id, order_id) = 1)
      );
      CREATE INDEX supervision_act_card ON supervision_act (card_id, id);
      CREATE INDEX supervision_act_order ON supervision_act (order_id, id);
      CREATE TABLE saved_query (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id text NOT NULL,
        name text NOT NULL,
        page text NOT NULL CHECK (page IN ('board', 'cases', 'statistics', 'heat')),
        query text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (person_id, page, name)
      );`);
    await runner.query(FIRST_RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE saved_query, supervision_act, supervision_order, card, card_rule;
      DROP SEQUENCE supervision_order_serial`);
  }
}

/** What a city begins with; each is proposed to a person, none issued by itself. */
const FIRST_RULES = `
  INSERT INTO card_rule (id, version, name, scope, condition, threshold, colour, issue, answer_days,
    ladder, valid_from, created_by)
  VALUES
    ('promised-near', 1, '承诺时限将到', 'case', 'promised-near', 1, 'warning', 'proposal', 2, '[]',
     '2020-01-01', 'system'),
    ('promised-passed', 1, '超过承诺时限', 'case', 'promised-passed', 0, 'yellow', 'proposal', 3,
     '[{"afterDays": 2, "colour": "red"}]', '2020-01-01', 'system'),
    ('statutory-passed', 1, '超过法定时限', 'case', 'statutory-passed', 0, 'red', 'proposal', 3,
     '[{"afterDays": 2, "colour": "red"}]', '2020-01-01', 'system'),
    ('step-passed', 1, '环节超时', 'step', 'step-passed', 1, 'warning', 'proposal', 3,
     '[{"afterDays": 3, "colour": "yellow"}]', '2020-01-01', 'system'),
    ('returned-often', 1, '多次退回补正', 'case', 'returned-often', 2, 'yellow', 'proposal', 5, '[]',
     '2020-01-01', 'system'),
    ('paused-long', 1, '停办时间过长', 'case', 'paused-long', 30, 'yellow', 'proposal', 5, '[]',
     '2020-01-01', 'system'),
    ('wrong-fee', 1, '收费与标准不符', 'case', 'wrong-fee', 0, 'red', 'proposal', 3, '[]',
     '2020-01-01', 'system')`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Benefits paid out every month: who is entitled, the monthly lists, their lines and what was handed
 * to the bank. A line belongs to one case and month, so nobody is paid twice for a month.
 */
export class Benefits1760000000005 implements MigrationInterface {
  name = 'Benefits1760000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE benefit_entitlement (
        case_number TEXT PRIMARY KEY REFERENCES cases (number),
        key TEXT NOT NULL UNIQUE,
        item TEXT NOT NULL,
        region TEXT NOT NULL,
        tier TEXT NOT NULL,
        amount_cents INT NOT NULL CHECK (amount_cents > 0),
        account TEXT NOT NULL,
        from_month TEXT NOT NULL CHECK (from_month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
        granted_at TIMESTAMPTZ NOT NULL DEFAULT now()
      );
      CREATE INDEX benefit_entitlement_item ON benefit_entitlement (item, from_month);

      CREATE TABLE benefit_list (
        id TEXT PRIMARY KEY,
        item TEXT NOT NULL,
        month TEXT NOT NULL CHECK (month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
        region TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('prepared', 'approved', 'returned', 'closed')),
        prepared_by TEXT NOT NULL,
        prepared_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        approved_by TEXT,
        approved_at TIMESTAMPTZ
      );
      CREATE INDEX benefit_list_month ON benefit_list (item, month, region);

      CREATE TABLE benefit_line (
        id TEXT PRIMARY KEY,
        list_id TEXT NOT NULL REFERENCES benefit_list (id),
        case_number TEXT NOT NULL REFERENCES benefit_entitlement (case_number),
        month TEXT NOT NULL,
        amount_cents INT NOT NULL CHECK (amount_cents > 0),
        account TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('listed', 'sent', 'paid', 'failed', 'corrected')),
        reason TEXT,
        corrected_by TEXT,
        updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        UNIQUE (case_number, month)
      );
      CREATE INDEX benefit_line_list ON benefit_line (list_id);

      CREATE TABLE benefit_batch (
        key TEXT PRIMARY KEY,
        list_id TEXT NOT NULL REFERENCES benefit_list (id),
        batch_no TEXT,
        lines JSONB NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        returned_at TIMESTAMPTZ
      );
      CREATE INDEX benefit_batch_open ON benefit_batch (created_at) WHERE returned_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE benefit_batch, benefit_line, benefit_list, benefit_entitlement`);
  }
}

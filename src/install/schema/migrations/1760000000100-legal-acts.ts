import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The case's legal side beside its tokens: every move of the legal state with who, when, why and by
 * which article; the intervals that do not count (行政许可法 45); and where a case lies, as columns
 * that supervision can group by.
 */
export class LegalActs1760000000100 implements MigrationInterface {
  name = 'LegalActs1760000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases
        ADD COLUMN received_at timestamptz,
        ADD COLUMN paused_at timestamptz,
        ADD COLUMN delivered_at timestamptz,
        ADD COLUMN archived_at timestamptz,
        ADD COLUMN deliver_due_at timestamptz,
        ADD COLUMN acceptance_due_at timestamptz,
        ADD COLUMN outcome text,
        ADD COLUMN deemed_accepted boolean NOT NULL DEFAULT false,
        ADD COLUMN extension_days int NOT NULL DEFAULT 0,
        ADD COLUMN calendar_pending boolean NOT NULL DEFAULT false,
        ADD COLUMN origin text NOT NULL DEFAULT 'platform',
        ADD COLUMN item_type text,
        ADD COLUMN county text GENERATED ALWAYS AS (left(region, 6)) STORED,
        ADD COLUMN township text
          GENERATED ALWAYS AS (CASE WHEN length(region) >= 9 THEN left(region, 9) END) STORED`);
    await runner.query(`
      UPDATE cases SET received_at = collected_at, item_type = item.type
        FROM item WHERE item.code = item_code AND item.version = item_version`);
    await runner.query(`
      CREATE TABLE legal_move (
        id bigserial PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        step int NOT NULL,
        cause text NOT NULL,
        at timestamptz NOT NULL,
        act text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        person_id text,
        post_id text,
        department_id text,
        reason text,
        article text,
        data jsonb NOT NULL DEFAULT '{}',
        superseded boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`CREATE INDEX legal_move_case ON legal_move (case_number, id)`);
    await runner.query(`CREATE INDEX legal_move_act ON legal_move (act, at)`);
    await runner.query(`
      CREATE TABLE case_pause (
        case_number text NOT NULL REFERENCES cases (number),
        began_at timestamptz NOT NULL,
        ended_at timestamptz,
        reason text NOT NULL,
        article text,
        document_id text,
        PRIMARY KEY (case_number, began_at)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE case_pause, legal_move`);
    await runner.query(`
      ALTER TABLE cases
        DROP COLUMN township, DROP COLUMN county, DROP COLUMN item_type, DROP COLUMN origin,
        DROP COLUMN calendar_pending, DROP COLUMN extension_days, DROP COLUMN deemed_accepted,
        DROP COLUMN outcome, DROP COLUMN acceptance_due_at, DROP COLUMN deliver_due_at,
        DROP COLUMN archived_at, DROP COLUMN delivered_at, DROP COLUMN paused_at,
        DROP COLUMN received_at`);
  }
}

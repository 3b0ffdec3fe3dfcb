import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Credit records (信用记录): what a broken promise means to who gave it, for how long, and how it is
 * objected to and repaired. Subjects are kept by a keyed digest or a credit code, never by ID number.
 */
export class Credit1760000000160 implements MigrationInterface {
  name = 'Credit1760000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credit_fact (
        code text PRIMARY KEY,
        name text NOT NULL,
        bars text[] NOT NULL,
        months int NOT NULL CHECK (months > 0),
        basis text NOT NULL
      );
      INSERT INTO credit_fact (code, name, bars, months, basis) VALUES
        ('gaps-missed', '容缺受理后未按承诺补齐材料', '{gaps}', 6, '容缺受理承诺书（待核实：地方信用管理规定）'),
        ('promise-broken', '告知承诺事项经核查不符合承诺', '{gaps,promise}', 36,
         '国办发〔2020〕42号：对不实承诺的，依法撤销并纳入信用记录（期限待核实）');

      CREATE TABLE credit_record (
        id uuid PRIMARY KEY,
        key text NOT NULL UNIQUE,
        subject_digest text,
        subject_code text,
        fact text NOT NULL REFERENCES credit_fact (code),
        description text NOT NULL,
        case_number text NOT NULL REFERENCES cases (number),
        department_id text NOT NULL,
        bars text[] NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        expires_on date NOT NULL,
        state text NOT NULL DEFAULT 'valid' CHECK (state IN ('valid', 'withdrawn', 'repaired')),
        CHECK (subject_digest IS NOT NULL OR subject_code IS NOT NULL)
      );
      CREATE INDEX credit_record_digest ON credit_record (subject_digest);
      CREATE INDEX credit_record_code ON credit_record (subject_code);
      CREATE INDEX credit_record_department ON credit_record (department_id, recorded_at DESC);

      CREATE TABLE credit_request (
        id uuid PRIMARY KEY,
        record_id uuid NOT NULL REFERENCES credit_record (id),
        kind text NOT NULL CHECK (kind IN ('objection', 'repair')),
        statement text NOT NULL,
        person_id text NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'granted', 'refused')),
        asked_at timestamptz NOT NULL DEFAULT now(),
        decided_by text,
        decided_post text,
        decided_at timestamptz,
        reason text
      );
      CREATE UNIQUE INDEX credit_request_one_open ON credit_request (record_id) WHERE state = 'open';
      CREATE INDEX credit_request_record ON credit_request (record_id, asked_at);

      ALTER TABLE draft ADD COLUMN ways jsonb NOT NULL DEFAULT '{}';

      -- What an applicant promised and signed: 容缺 and 告知承诺, word for word.
      CREATE TABLE signed_promise (
        case_number text NOT NULL REFERENCES cases (number),
        kind text NOT NULL CHECK (kind IN ('gaps', 'promise')),
        letter jsonb NOT NULL,
        digest text NOT NULL,
        signed_by text NOT NULL,
        signed_name text NOT NULL,
        signed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (case_number, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE signed_promise, credit_request, credit_record, credit_fact;
      ALTER TABLE draft DROP COLUMN ways;
    `);
  }
}

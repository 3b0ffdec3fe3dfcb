import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What administrators change of the city's organisations, people and powers: who changed what, from which
 * day, and what is planned for a day to come. The tables themselves hold what is in force today. Names of
 * bodies on an earlier day are read off their changes, so that papers keep the name they were made under.
 */
export class Register1760000000295 implements MigrationInterface {
  name = 'Register1760000000295';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_change (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        key text NOT NULL,
        act text NOT NULL,
        -- What was asked for, as the act takes it again on its day.
        asked jsonb NOT NULL,
        before jsonb,
        after jsonb,
        valid_from date NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'applied', 'withdrawn', 'failed')),
        problem text,
        -- Null: the platform itself.
        person_id text,
        post_id text,
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        applied_at timestamptz
      );
      CREATE INDEX register_change_key ON register_change (kind, key, made_at DESC);
      CREATE INDEX register_change_waiting ON register_change (valid_from, made_at)
        WHERE state = 'waiting';

      ALTER TABLE person
        ADD locked_at timestamptz,
        ADD locked_by text,
        ADD lock_reason text;
      ALTER TABLE organisation
        -- By entrustment (zones): in whose name and with whose seal its acts are done.
        ADD in_name_of text REFERENCES organisation (id),
        -- Who took over when it was merged.
        ADD successor_id text REFERENCES organisation (id);
      CREATE INDEX organisation_name ON organisation (name);

      CREATE FUNCTION organisation_name_on(organisation_id text, day date) RETURNS text
      LANGUAGE sql STABLE AS $$
        SELECT coalesce(
          (SELECT before ->> 'name' FROM register_change
            WHERE kind = 'organisation' AND key = organisation_id AND state = 'applied'
              AND before ? 'name' AND valid_from > day
            ORDER BY valid_from, made_at LIMIT 1),
          (SELECT name FROM organisation WHERE id = organisation_id)) $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION organisation_name_on(text, date);
      DROP INDEX organisation_name;
      ALTER TABLE organisation DROP successor_id, DROP in_name_of;
      ALTER TABLE person DROP locked_at, DROP locked_by, DROP lock_reason;
      DROP TABLE register_change`);
  }
}

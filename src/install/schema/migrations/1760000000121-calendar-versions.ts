import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The calendar as admins edit and publish it: drafts, numbered working days that due dates are looked
 * up in, and what each publication moved.
 */
export class CalendarVersions1760000000121 implements MigrationInterface {
  name = 'CalendarVersions1760000000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calendar_year ADD COLUMN published_by text;

      CREATE TABLE calendar_draft (
        year integer PRIMARY KEY,
        days text NOT NULL CHECK (days ~ '^[01]+$' AND length(days) IN (365, 366)),
        edited_by text NOT NULL,
        edited_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE calendar_day (
        date date PRIMARY KEY,
        works boolean NOT NULL,
        ordinal integer NOT NULL
      );
      CREATE UNIQUE INDEX calendar_day_ordinal ON calendar_day (ordinal) WHERE works;

      CREATE TABLE calendar_replanning (
        id bigserial PRIMARY KEY,
        year integer NOT NULL,
        version integer NOT NULL,
        person_id text,
        at timestamptz NOT NULL DEFAULT now(),
        cases integer NOT NULL DEFAULT 0,
        earlier integer NOT NULL DEFAULT 0,
        later integer NOT NULL DEFAULT 0,
        became_known integer NOT NULL DEFAULT 0,
        pending integer NOT NULL DEFAULT 0,
        milliseconds integer NOT NULL DEFAULT 0
      );
      CREATE TABLE case_replanning (
        replanning_id bigint NOT NULL REFERENCES calendar_replanning (id),
        case_number text NOT NULL REFERENCES cases (number),
        old_due_at timestamptz,
        new_due_at timestamptz,
        tell boolean NOT NULL,
        told_at timestamptz,
        taken_at timestamptz,
        PRIMARY KEY (replanning_id, case_number)
      );
      CREATE INDEX case_replanning_untold ON case_replanning (taken_at NULLS FIRST)
        WHERE tell AND told_at IS NULL;
      CREATE INDEX case_replanning_case ON case_replanning (case_number);

      ALTER TABLE task ADD COLUMN time_limit text;
      CREATE INDEX cases_calendar_pending ON cases (item_code) WHERE calendar_pending AND NOT ended;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cases_calendar_pending;
      ALTER TABLE task DROP COLUMN time_limit;
      DROP TABLE case_replanning, calendar_replanning, calendar_day, calendar_draft;
      ALTER TABLE calendar_year DROP COLUMN published_by;`);
  }
}

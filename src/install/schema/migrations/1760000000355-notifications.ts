import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people are told of (提醒): for each person and occasion once, with the text message that goes out
 * for it, the words of each occasion by version, and the city's quiet hours.
 */
export class Notifications1760000000355 implements MigrationInterface {
  name = 'Notifications1760000000355';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification
        ALTER COLUMN case_number DROP NOT NULL,
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
        -- By default what the release before tells of.
        ADD COLUMN occasion text NOT NULL DEFAULT 'told',
        ADD COLUMN about_kind text NOT NULL DEFAULT 'case',
        -- null = the case itself, as the release before writes it.
        ADD COLUMN about_id text,
        -- Of the step it tells of; null = of no step.
        ADD COLUMN step integer,
        ADD COLUMN superseded boolean NOT NULL DEFAULT false;
      DROP INDEX notification_person;
      CREATE INDEX notification_person ON notification (person_id, at DESC, id DESC)
        WHERE NOT superseded;
      CREATE INDEX notification_unread ON notification (person_id)
        WHERE read_at IS NULL AND NOT superseded;
      CREATE INDEX notification_step ON notification (case_number, step) WHERE step IS NOT NULL;

      CREATE TABLE text_message (
        notification_id uuid PRIMARY KEY REFERENCES notification (id),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'delivered',
          'undelivered', 'unconfirmed', 'refused', 'failed')),
        -- Each sending anew by an operator is another one for the gateway.
        round integer NOT NULL DEFAULT 0,
        at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        -- Since when it is tried in its present state; null = not yet.
        tried_since timestamptz,
        settled_at timestamptz,
        last_error text
      );
      CREATE INDEX text_message_waiting ON text_message (next_attempt_at)
        WHERE state IN ('waiting', 'sent');
      CREATE INDEX text_message_at ON text_message (at, state);
      CREATE INDEX text_message_failed ON text_message (settled_at DESC)
        WHERE state IN ('undelivered', 'unconfirmed', 'refused', 'failed');

      CREATE TABLE notification_text (
        occasion text NOT NULL,
        version integer NOT NULL,
        body text NOT NULL,
        saved_by text NOT NULL,
        saved_at timestamptz NOT NULL,
        published_by text NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (occasion, version)
      );
      CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON notification_text
        FOR EACH STATEMENT EXECUTE FUNCTION tell_change();

      ALTER TABLE supervision_setting DROP CONSTRAINT supervision_setting_kind_check,
        ADD CONSTRAINT supervision_setting_kind_check CHECK (kind IN
          ('urges', 'appraisal', 'benefits', 'publication', 'retention', 'quiet-hours'));
      INSERT INTO supervision_setting (kind, version, content, valid_from) VALUES
        ('quiet-hours', 1, '{"quietFrom": 21, "quietTo": 8}', '2000-01-01')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM supervision_setting WHERE kind = 'quiet-hours';
      ALTER TABLE supervision_setting DROP CONSTRAINT supervision_setting_kind_check,
        ADD CONSTRAINT supervision_setting_kind_check
          CHECK (kind IN ('urges', 'appraisal', 'benefits', 'publication', 'retention'));
      DROP TABLE notification_text, text_message;
      DROP INDEX notification_step, notification_unread, notification_person;
      DELETE FROM notification WHERE case_number IS NULL;
      ALTER TABLE notification DROP COLUMN superseded, DROP COLUMN step, DROP COLUMN about_id,
        DROP COLUMN about_kind, DROP COLUMN occasion, DROP COLUMN id,
        ALTER COLUMN case_number SET NOT NULL;
      CREATE INDEX notification_person ON notification (person_id, at DESC)`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What handlers do with a task besides claiming and completing it: delegation, sign-offs, copies,
 * urges, deputies, what they saved half done, and how they like their inbox.
 */
export class TaskVerbs1760000000141 implements MigrationInterface {
  name = 'TaskVerbs1760000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task
        ADD COLUMN with_parent boolean NOT NULL DEFAULT false,
        ADD COLUMN delegator_person text,
        ADD COLUMN delegator_post text,
        ADD COLUMN held jsonb,
        ADD COLUMN urged_at timestamptz,
        ADD COLUMN urged_times int NOT NULL DEFAULT 0,
        ADD CHECK (delegator_person IS NULL OR assignee_person IS NOT NULL);
      ALTER TABLE timeline ADD COLUMN internal boolean NOT NULL DEFAULT false;
      CREATE INDEX timeline_task ON timeline (task_id, id) WHERE task_id IS NOT NULL;

      CREATE TABLE sign_off (
        id uuid PRIMARY KEY,
        task_id text NOT NULL REFERENCES task (id),
        place text NOT NULL CHECK (place IN ('before','after')),
        rule text NOT NULL CHECK (rule IN ('all','ratio','any','in-order')),
        ratio numeric CHECK ((rule = 'ratio') = (ratio IS NOT NULL) AND ratio > 0 AND ratio <= 1),
        reason text NOT NULL,
        person_id text NOT NULL,
        post_id text,
        state text NOT NULL
          CHECK (state IN ('planned','open','agreed','disagreed','withdrawn')),
        created_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz
      );
      CREATE UNIQUE INDEX sign_off_waiting ON sign_off (task_id, place)
        WHERE state IN ('planned','open');

      CREATE TABLE sign_off_member (
        sign_off_id uuid NOT NULL REFERENCES sign_off (id),
        position int NOT NULL,
        person_id text NOT NULL,
        post_id text NOT NULL,
        department_id text NOT NULL,
        side_task text REFERENCES task (id),
        state text NOT NULL
          CHECK (state IN ('waiting','open','agreed','disagreed','removed','not-needed')),
        opinion text,
        answered_at timestamptz,
        PRIMARY KEY (sign_off_id, position)
      );

      CREATE TABLE task_copy (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id text NOT NULL REFERENCES task (id),
        case_number text NOT NULL REFERENCES cases (number),
        person_id text NOT NULL,
        by_person text NOT NULL,
        note text NOT NULL DEFAULT '',
        at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz,
        UNIQUE (task_id, person_id)
      );
      CREATE INDEX task_copy_person ON task_copy (person_id, at DESC);
      CREATE INDEX task_copy_case ON task_copy (case_number, person_id);

      CREATE TABLE urge (
        id uuid PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        person_id text NOT NULL,
        by_supervisor boolean NOT NULL,
        note text NOT NULL DEFAULT '',
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX urge_case ON urge (case_number, person_id, at DESC);

      CREATE TABLE deputy (
        id uuid PRIMARY KEY,
        person_id text NOT NULL,
        post_id text,
        deputy_id text NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        reason text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        CHECK (from_on <= to_on AND person_id <> deputy_id)
      );
      CREATE INDEX deputy_deputy ON deputy (deputy_id) WHERE revoked_at IS NULL;
      CREATE INDEX deputy_person ON deputy (person_id);

      CREATE TABLE task_draft (
        task_id text NOT NULL REFERENCES task (id),
        person_id text NOT NULL,
        outcome text,
        opinion text,
        form jsonb NOT NULL DEFAULT '{}',
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (task_id, person_id)
      );

      CREATE TABLE inbox_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id text NOT NULL,
        name text NOT NULL,
        query jsonb NOT NULL,
        UNIQUE (person_id, name)
      );

      CREATE TABLE opinion_template (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id text NOT NULL,
        text text NOT NULL,
        UNIQUE (person_id, text)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE opinion_template, inbox_view, task_draft, deputy, urge, task_copy,
        sign_off_member, sign_off;
      DROP INDEX timeline_task;
      ALTER TABLE timeline DROP COLUMN internal;
      ALTER TABLE task DROP COLUMN urged_times, DROP COLUMN urged_at, DROP COLUMN held,
        DROP COLUMN delegator_post, DROP COLUMN delegator_person, DROP COLUMN with_parent;`);
  }
}

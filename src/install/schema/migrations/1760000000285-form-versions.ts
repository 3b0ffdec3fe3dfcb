import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Forms are versions: what a process was published with stands beside its model, what a case and a task
 * opened with on themselves. Null there: it opened before forms had versions, and has the first.
 */
export class FormVersions1760000000285 implements MigrationInterface {
  name = 'FormVersions1760000000285';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE form_version (
        form_id text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        state text NOT NULL CHECK (state IN ('published', 'retired')),
        name text NOT NULL,
        content jsonb NOT NULL,
        note text NOT NULL DEFAULT '',
        created_by text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (form_id, version),
        CONSTRAINT form_version_one_published EXCLUDE (form_id WITH =)
          WHERE (state = 'published')
      );

      CREATE TABLE process_form (
        model_hash text NOT NULL,
        form_id text NOT NULL,
        form_version integer NOT NULL,
        PRIMARY KEY (model_hash, form_id),
        FOREIGN KEY (form_id, form_version) REFERENCES form_version (form_id, version)
      );
      CREATE INDEX process_form_form ON process_form (form_id);

      ALTER TABLE cases ADD COLUMN form_version integer;
      ALTER TABLE task ADD COLUMN form_version integer;
      CREATE INDEX task_waiting_form ON task (form) WHERE state IN ('open', 'completing')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX task_waiting_form;
      ALTER TABLE task DROP COLUMN form_version;
      ALTER TABLE cases DROP COLUMN form_version;
      DROP TABLE process_form, form_version;
      DELETE FROM definition_draft WHERE kind = 'form'`);
  }
}

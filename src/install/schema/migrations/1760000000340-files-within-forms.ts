import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files within forms: which of them a draft names (forms are sealed, so that no statement finds them
 * there), and which belong to a case with the form of a task. `form_field` says what a field of a form's
 * version is.
 */
export class FilesWithinForms1760000000340 implements MigrationInterface {
  name = 'FilesWithinForms1760000000340';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- NULL = written before this was noted: then nothing of its owner is taken for unused.
      ALTER TABLE draft ADD COLUMN files uuid[];
      ALTER TABLE draft ALTER COLUMN files SET DEFAULT '{}';
      ALTER TABLE task_draft ADD COLUMN files uuid[];
      CREATE INDEX task_draft_person ON task_draft (person_id);
      ALTER TABLE case_material ADD COLUMN task_id text REFERENCES task (id);
      CREATE INDEX case_material_task ON case_material (task_id) WHERE task_id IS NOT NULL;
      CREATE FUNCTION form_field(form text, form_version int, field text) RETURNS jsonb
        LANGUAGE sql STABLE AS $$
          SELECT content #> ARRAY['schema', 'properties', field] FROM form_version v
           WHERE v.form_id = $1 AND v.version = $2
        $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION form_field;
      ALTER TABLE case_material DROP COLUMN task_id;
      DROP INDEX task_draft_person;
      ALTER TABLE task_draft DROP COLUMN files;
      ALTER TABLE draft DROP COLUMN files`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hashDecisions, readDecisions } from '../../../../bpmn/dmn/index.js';

/**
 * Drafts of all kinds of definitions in one table; what is left in each kind's own is published, and
 * whole. Drafts that there are move with who saved them and when.
 */
export class DefinitionDrafts1760000000203 implements MigrationInterface {
  name = 'DefinitionDrafts1760000000203';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE definition_draft (
        kind text NOT NULL,
        key text NOT NULL,
        content jsonb NOT NULL,
        saved_by text NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (kind, key)
      );

      INSERT INTO definition_draft (kind, key, content, saved_by, saved_at)
      SELECT 'process', process_id, jsonb_build_object('name', name, 'xml', xml), created_by,
             updated_at
        FROM process_version WHERE state = 'draft'
      UNION ALL
      SELECT 'decision', file_id, jsonb_build_object('xml', xml, 'name', name, 'hash', hash,
             'decisions', to_jsonb(decisions)), created_by, updated_at
        FROM decision_version WHERE state = 'draft'
      UNION ALL
      SELECT 'document-template', kind, jsonb_build_object('body', body), saved_by, saved_at
        FROM document_template WHERE state = 'draft'
      UNION ALL
      SELECT 'calendar', year::text, jsonb_build_object('days', days), edited_by, edited_at
        FROM calendar_draft;

      DELETE FROM process_version WHERE state = 'draft';
      DROP INDEX process_version_one_draft;
      ALTER TABLE process_version ALTER model SET NOT NULL, ALTER hash SET NOT NULL,
        ALTER published_at SET NOT NULL, DROP CONSTRAINT process_version_state_check,
        ADD CONSTRAINT process_version_state_check CHECK (state IN ('published', 'retired'));

      DELETE FROM decision_version WHERE state = 'draft';
      DROP INDEX decision_version_one_draft;
      ALTER TABLE decision_version ALTER published_at SET NOT NULL,
        DROP CONSTRAINT decision_version_state_check,
        ADD CONSTRAINT decision_version_state_check CHECK (state IN ('published', 'retired'));

      DELETE FROM document_template WHERE state = 'draft';
      DROP INDEX document_template_one_draft;
      ALTER TABLE document_template DROP COLUMN state, ALTER effective_from SET NOT NULL,
        ALTER published_by SET NOT NULL, ALTER published_at SET NOT NULL;

      DROP TABLE calendar_draft;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_draft (
        year integer PRIMARY KEY,
        days text NOT NULL CHECK (days ~ '^[01]+$' AND length(days) IN (365, 366)),
        edited_by text NOT NULL,
        edited_at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO calendar_draft (year, days, edited_by, edited_at)
      SELECT key::int, content->>'days', saved_by, saved_at
        FROM definition_draft WHERE kind = 'calendar';

      ALTER TABLE document_template
        ADD COLUMN state text NOT NULL DEFAULT 'published' CHECK (state IN ('draft', 'published')),
        ALTER effective_from DROP NOT NULL, ALTER published_by DROP NOT NULL,
        ALTER published_at DROP NOT NULL;
      ALTER TABLE document_template ALTER state DROP DEFAULT,
        ADD CHECK ((state = 'published') = (effective_from IS NOT NULL));
      CREATE UNIQUE INDEX document_template_one_draft ON document_template (kind)
        WHERE state = 'draft';
      INSERT INTO document_template (kind, version, state, body, saved_by, saved_at)
      SELECT key, coalesce((SELECT max(version) FROM document_template t WHERE t.kind = d.key), 0)
             + 1, 'draft', content->>'body', saved_by, saved_at
        FROM definition_draft d WHERE d.kind = 'document-template';

      ALTER TABLE process_version ALTER model DROP NOT NULL, ALTER hash DROP NOT NULL,
        ALTER published_at DROP NOT NULL, DROP CONSTRAINT process_version_state_check,
        ADD CONSTRAINT process_version_state_check
          CHECK (state IN ('draft', 'published', 'retired'));
      CREATE UNIQUE INDEX process_version_one_draft ON process_version (process_id)
        WHERE state = 'draft';
      INSERT INTO process_version (process_id, version, state, name, xml, created_by, updated_at)
      SELECT key, coalesce((SELECT max(version) FROM process_version v WHERE v.process_id = d.key), 0)
             + 1, 'draft', content->>'name', content->>'xml', saved_by, saved_at
        FROM definition_draft d WHERE d.kind = 'process';

      ALTER TABLE decision_version ALTER published_at DROP NOT NULL,
        DROP CONSTRAINT decision_version_state_check,
        ADD CONSTRAINT decision_version_state_check
          CHECK (state IN ('draft', 'published', 'retired'));
      CREATE UNIQUE INDEX decision_version_one_draft ON decision_version (file_id)
        WHERE state = 'draft';`);
    await decisionDraftsBack(runner);
    await runner.query(`DROP TABLE definition_draft`);
  }
}

/** A draft was kept with its model, which only reading the file gives. */
async function decisionDraftsBack(runner: QueryRunner): Promise<void> {
  const drafts = (await runner.query(
    `SELECT key, content->>'xml' AS xml, content->>'name' AS name, saved_by AS by, saved_at AS at
       FROM definition_draft WHERE kind = 'decision'`,
  )) as { key: string; xml: string; name: string; by: string; at: Date }[];
  for (const { key, xml, name, by, at } of drafts) {
    const { model } = await readDecisions(xml);
    if (!model) throw new Error(`the draft of the decision file ${key} can no longer be read`);
    await runner.query(
      `INSERT INTO decision_version
         (file_id, version, state, name, xml, model, hash, decisions, created_by, updated_at)
       SELECT $1, coalesce(max(version), 0) + 1, 'draft', $2, $3, $4, $5, $6, $7, $8
         FROM decision_version WHERE file_id = $1`,
      [
        ...[key, name, xml, JSON.stringify(model), hashDecisions(model)],
        ...[Object.keys(model.decisions), by, at],
      ],
    );
  }
}

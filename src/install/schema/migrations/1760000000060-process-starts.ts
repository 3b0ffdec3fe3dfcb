import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { ProcessModel } from '../../../../bpmn/model/process.js';
import { fixedName, startsOf } from '../../../../bpmn/model/starts.js';

/** What the published processes begin with, and which cases belong to one collaboration. */
export class ProcessStarts1760000000060 implements MigrationInterface {
  name = 'ProcessStarts1760000000060';

  async up(runner: QueryRunner): Promise<void> {
    // A timer is planned when `next_at` was worked out; lengths of time count from `since`.
    await runner.query(`
      CREATE TABLE process_start (
        process_id TEXT NOT NULL,
        element TEXT NOT NULL,
        place INT NOT NULL,
        entry TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('message', 'signal', 'timer')),
        name TEXT,
        timer JSONB,
        since TIMESTAMPTZ NOT NULL DEFAULT now(),
        planned BOOLEAN NOT NULL DEFAULT false,
        next_at TIMESTAMPTZ,
        cycle JSONB,
        region TEXT REFERENCES region (code),
        applicant_id TEXT REFERENCES person (id),
        last_case TEXT,
        problem TEXT,
        PRIMARY KEY (process_id, element, place)
      );
      CREATE INDEX process_start_name ON process_start (kind, name);
      CREATE INDEX process_start_due ON process_start (next_at) WHERE next_at IS NOT NULL;
      CREATE INDEX process_start_unplanned ON process_start (process_id)
        WHERE kind = 'timer' AND NOT planned;

      CREATE VIEW newest_item AS
        SELECT DISTINCT ON (code) code, version, data FROM item WHERE state = 'published'
         ORDER BY code, version DESC;

      ALTER TABLE cases ADD collaboration TEXT;
      CREATE INDEX cases_collaboration ON cases (collaboration) WHERE collaboration IS NOT NULL;`);
    const rows = (await runner.query(
      `SELECT process_id, model FROM process_version WHERE state = 'published'`,
    )) as { process_id: string; model: ProcessModel }[];
    for (const { process_id: process, model } of rows) {
      for (const { entry, element, definition, place } of startsOf(model)) {
        if (!['message', 'signal', 'timer'].includes(definition.type)) continue;
        await runner.query(
          `INSERT INTO process_start (process_id, element, place, entry, kind, name, timer)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [
            process,
            element,
            place,
            entry,
            definition.type,
            fixedName(definition) ?? null,
            definition.type === 'timer' ? JSON.stringify(definition.timer) : null,
          ],
        );
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases DROP collaboration;
      DROP VIEW newest_item;
      DROP TABLE process_start;`);
  }
}

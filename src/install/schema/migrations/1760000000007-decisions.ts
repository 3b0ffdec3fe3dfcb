import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Versions of DMN files, kept as those of processes are: the xml as deployed, and the model processes
 * freeze. `decisions` are the ids of the decisions inside, by which business rule tasks find the file.
 */
export class Decisions1760000000007 implements MigrationInterface {
  name = 'Decisions1760000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decision_version (
        file_id TEXT NOT NULL,
        version INT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
        name TEXT NOT NULL,
        xml TEXT NOT NULL,
        model JSON NOT NULL,
        hash TEXT NOT NULL,
        decisions TEXT[] NOT NULL,
        created_by TEXT NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        published_at TIMESTAMPTZ,
        PRIMARY KEY (file_id, version)
      );
      CREATE INDEX decision_version_hash ON decision_version (hash);
      CREATE INDEX decision_version_decisions ON decision_version USING gin (decisions)
        WHERE state = 'published';
      CREATE UNIQUE INDEX decision_version_one_draft ON decision_version (file_id)
        WHERE state = 'draft';
      CREATE UNIQUE INDEX decision_version_one_published ON decision_version (file_id)
        WHERE state = 'published';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE decision_version`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved queries of every list of supervision, shared with the maker's body and sent to people. */
export class QueriesShared1760000000463 implements MigrationInterface {
  name = 'QueriesShared1760000000463';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE saved_query
        ADD COLUMN shared_with text REFERENCES organisation (id),
        DROP CONSTRAINT saved_query_page_check,
        ADD CONSTRAINT saved_query_page_check CHECK (page IN ('board', 'cases', 'statistics',
          'trends', 'league', 'ratings', 'heat', 'cards', 'orders'));
      CREATE INDEX saved_query_shared ON saved_query (shared_with) WHERE shared_with IS NOT NULL;
      CREATE TABLE saved_query_sending (
        query_id uuid REFERENCES saved_query (id) ON DELETE CASCADE,
        person_id text REFERENCES person (id),
        PRIMARY KEY (query_id, person_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE saved_query_sending;
      DELETE FROM saved_query WHERE page NOT IN ('board', 'cases', 'statistics', 'heat');
      ALTER TABLE saved_query
        DROP COLUMN shared_with,
        DROP CONSTRAINT saved_query_page_check,
        ADD CONSTRAINT saved_query_page_check
          CHECK (page IN ('board', 'cases', 'statistics', 'heat'))`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Items are drafted and published by people: a version says from which day it holds, who wrote and who
 * published it, and the hash of what it says; whether an item is offered at all is said beside its versions.
 */
export class ItemsKept1760000000270 implements MigrationInterface {
  name = 'ItemsKept1760000000270';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE item
        ADD effective_from date NOT NULL DEFAULT '2000-01-01',
        ADD hash text NOT NULL DEFAULT '',
        ADD drafted_by text NOT NULL DEFAULT 'system',
        ADD published_by text NOT NULL DEFAULT 'system';
      UPDATE item SET data = data - 'version';

      CREATE VIEW item_in_force AS
        SELECT DISTINCT ON (code) code, version, kind, type, name, data, state, published_at,
               effective_from
          FROM item
         WHERE state = 'published'
           AND effective_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date
         ORDER BY code, version DESC;
      -- The release before reads it while both run.
      CREATE OR REPLACE VIEW newest_item AS SELECT code, version, data FROM item_in_force;

      CREATE TABLE item_standing (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        item_code text NOT NULL,
        standing text NOT NULL CHECK (standing IN ('offered', 'suspended', 'cancelled')),
        valid_from date NOT NULL,
        reason text NOT NULL,
        person_id text NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX item_standing_item ON item_standing (item_code, valid_from, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE item_standing;
      CREATE OR REPLACE VIEW newest_item AS
        SELECT DISTINCT ON (code) code, version, data FROM item WHERE state = 'published'
         ORDER BY code, version DESC;
      DROP VIEW item_in_force;
      UPDATE item SET data = data || jsonb_build_object('version', version);
      ALTER TABLE item DROP effective_from, DROP hash, DROP drafted_by, DROP published_by;`);
  }
}

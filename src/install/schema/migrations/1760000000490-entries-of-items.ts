import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of an item's draft into the catalogue: the case by which it goes, and what is said at its elements. */
export class EntriesOfItems1760000000490 implements MigrationInterface {
  name = 'EntriesOfItems1760000000490';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE item_entry (
        case_number text PRIMARY KEY REFERENCES cases (number),
        item_code text NOT NULL,
        -- The version it became; null = none yet.
        version int
      );
      CREATE INDEX item_entry_item ON item_entry (item_code);
      CREATE TABLE item_comment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        case_number text NOT NULL REFERENCES item_entry (case_number),
        -- As a comparison of versions names it: /materials/营业执照/name.
        place text NOT NULL,
        name text NOT NULL,
        words text NOT NULL,
        person_id text NOT NULL REFERENCES person (id),
        post_id text REFERENCES post (id),
        at timestamptz NOT NULL DEFAULT now(),
        answer text,
        answered_by text REFERENCES person (id),
        answered_at timestamptz,
        CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX item_comment_case ON item_comment (case_number, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE item_comment; DROP TABLE item_entry`);
  }
}

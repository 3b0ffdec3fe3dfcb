import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The window: applications entered for people who come in person (窗口代录), who collected them and
 * when, the way of the papers to the department that decides (异地代收), and how results are delivered.
 */
export class Window1760000000161 implements MigrationInterface {
  name = 'Window1760000000161';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE window_entry (
        draft_id uuid PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE,
        applicant_id text NOT NULL,
        applicant_name text NOT NULL,
        applicant_kind text NOT NULL CHECK (applicant_kind IN ('natural', 'legal')),
        id_number text NOT NULL,
        organisation_id text NOT NULL,
        person_id text NOT NULL,
        post_id text NOT NULL,
        received_at timestamptz NOT NULL,
        late boolean NOT NULL,
        queue_number text,
        entered_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE SEQUENCE collection_serial;
      CREATE TABLE case_collection (
        case_number text PRIMARY KEY REFERENCES cases (number),
        serial text NOT NULL UNIQUE,
        organisation_id text NOT NULL,
        person_id text NOT NULL,
        post_id text NOT NULL,
        collected_at timestamptz NOT NULL,
        entered_at timestamptz NOT NULL DEFAULT now(),
        late boolean NOT NULL,
        queue_number text,
        owner_id text NOT NULL,
        elsewhere boolean NOT NULL,
        receipt text NOT NULL CHECK (receipt IN ('collected', 'received')),
        forwarded_at timestamptz,
        forwarded_by text,
        forward_note text,
        received_at timestamptz,
        received_by text
      );
      CREATE INDEX case_collection_window ON case_collection (organisation_id, collected_at DESC);
      CREATE INDEX case_collection_owner ON case_collection (owner_id, collected_at DESC);
      CREATE INDEX case_collection_under_way ON case_collection (owner_id) WHERE received_at IS NULL;
      CREATE INDEX case_collection_late ON case_collection (collected_at) WHERE late;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE case_collection, window_entry;
      DROP SEQUENCE collection_serial;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspections: what the recorder wrote, and that a second holder of 执法证 confirmed exactly that. */
export class Inspections1760000000131 implements MigrationInterface {
  name = 'Inspections1760000000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inspection (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id text NOT NULL REFERENCES task (id),
        case_number text NOT NULL REFERENCES cases (number),
        recorder_person text NOT NULL,
        recorder_post text NOT NULL,
        recorder_certificate text NOT NULL,
        companion_person text NOT NULL,
        companion_post text NOT NULL,
        companion_certificate text NOT NULL,
        -- Outcome, opinion and form as the recorder wrote them.
        answer jsonb NOT NULL,
        article text NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'refused', 'withdrawn')),
        reason text,
        proposed_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        CHECK (recorder_person <> companion_person)
      );
      CREATE UNIQUE INDEX inspection_one_waiting ON inspection (task_id) WHERE state = 'waiting';
      CREATE INDEX inspection_case ON inspection (case_number);
      CREATE INDEX inspection_task ON inspection (task_id, proposed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE inspection`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the tables and Temporal both carry, so that one put back without the other is noticed; and what a
 * case's workflow remembers beside its diagram's state, so that it can be made anew from the tables.
 */
export class StoreMarks1760000000241 implements MigrationInterface {
  name = 'StoreMarks1760000000241';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE store_mark (
        "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
        epoch int NOT NULL CHECK (epoch > 0),
        -- null = the first one is on its way.
        mark text,
        next_mark text,
        begun_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE cases ADD COLUMN workflow_memory jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases DROP COLUMN workflow_memory; DROP TABLE store_mark`);
  }
}

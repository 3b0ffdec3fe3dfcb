import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person did is found again by its trace: in the command's row, which the case goes on in, and in
 * the audit lines, which tell the address too. Sessions have names of their own, so that a person sees
 * theirs and ends one. All is added beside what the version before reads and writes.
 */
export class TracesAndSessions1760000000242 implements MigrationInterface {
  name = 'TracesAndSessions1760000000242';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE command ADD COLUMN trace text;
      ALTER TABLE audit ADD COLUMN address text, ADD COLUMN trace text;
      ALTER TABLE session
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
        ADD COLUMN device text,
        ADD COLUMN address text;
      CREATE INDEX session_person ON session (person_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX session_person;
      ALTER TABLE session DROP COLUMN id, DROP COLUMN device, DROP COLUMN address;
      ALTER TABLE audit DROP COLUMN address, DROP COLUMN trace;
      ALTER TABLE command DROP COLUMN trace`);
  }
}

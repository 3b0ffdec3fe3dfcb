import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Steps that keep a worker busy: noted while they last, so that one which ends the worker again and again
 * is known to the next one. A row means a run of a case whose step has not been seen to end.
 */
export class StuckActivations1760000000202 implements MigrationInterface {
  name = 'StuckActivations1760000000202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stuck_activation (
        run_id text PRIMARY KEY,
        case_number text NOT NULL,
        history_length int NOT NULL,
        times int NOT NULL,
        noted_at timestamptz NOT NULL,
        set_aside_at timestamptz
      )`);
    await runner.query(`CREATE INDEX stuck_activation_case ON stuck_activation (case_number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE stuck_activation`);
  }
}

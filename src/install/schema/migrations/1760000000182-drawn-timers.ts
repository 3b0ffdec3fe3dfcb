import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Timers of the diagram that count working days: a published calendar finds those it brings forward. */
export class DrawnTimers1760000000182 implements MigrationInterface {
  name = 'DrawnTimers1760000000182';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases ADD COLUMN working_day_timers jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cases DROP COLUMN working_day_timers`);
  }
}

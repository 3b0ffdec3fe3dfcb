import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recurring tasks: who runs those that only one process may run, and how each goes in each process. */
export class Recurring1760000000200 implements MigrationInterface {
  name = 'Recurring1760000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recurring_lease (
        name text PRIMARY KEY,
        holder text NOT NULL,
        until timestamptz NOT NULL
      );
      CREATE TABLE recurring_report (
        name text NOT NULL,
        process text NOT NULL,
        every integer NOT NULL,
        one_process boolean NOT NULL,
        started_at timestamptz,
        ended_at timestamptz,
        next_at timestamptz,
        runs bigint NOT NULL,
        failures bigint NOT NULL,
        failed_in_a_row integer NOT NULL,
        item_failures bigint NOT NULL,
        last_error text,
        last_failed_at timestamptz,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (name, process)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE recurring_report; DROP TABLE recurring_lease`);
  }
}

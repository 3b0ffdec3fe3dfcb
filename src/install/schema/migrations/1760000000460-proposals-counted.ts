import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards that wait for a supervisor's word are counted on the board, by department and item. */
export class ProposalsCounted1760000000460 implements MigrationInterface {
  name = 'ProposalsCounted1760000000460';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX card_proposed ON card (department, item) WHERE state = 'proposed'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX card_proposed`);
  }
}

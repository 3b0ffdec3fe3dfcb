import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order to several units is one for each, which replies by itself; they know the one they were issued with. */
export class OrdersToSeveral1760000000461 implements MigrationInterface {
  name = 'OrdersToSeveral1760000000461';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supervision_order ADD COLUMN issued_with uuid REFERENCES supervision_order (id);
      CREATE INDEX supervision_order_together ON supervision_order (issued_with)
        WHERE issued_with IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE supervision_order DROP COLUMN issued_with`);
  }
}

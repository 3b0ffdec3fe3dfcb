import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an item says now or will say: in use is what either of them names. */
export class ItemsInUse1760000000341 implements MigrationInterface {
  name = 'ItemsInUse1760000000341';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW item_in_use AS
        SELECT code, version, kind, name, data FROM item_in_force
        UNION ALL
        SELECT code, version, kind, name, data FROM item
         WHERE state = 'published'
           AND effective_from > (now() AT TIME ZONE 'Asia/Shanghai')::date`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW item_in_use`);
  }
}

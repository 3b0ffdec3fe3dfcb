import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each ordered fee comes to by its item's rule, beside what was ordered (`src/money/payments/counted-again.ts`). */
export class FeesCountedAgain1760000000345 implements MigrationInterface {
  name = 'FeesCountedAgain1760000000345';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment
        -- 0: the item charges nothing of that name, or its rule yields nothing; null: not known.
        ADD rule_cents integer CHECK (rule_cents >= 0),
        -- Step of the case it was counted at.
        ADD rule_step integer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE payment DROP rule_cents, DROP rule_step`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Licences that are cancelled, or replaced by a newer version: 变更、延续、补证、注销. */
export class LicenceLifecycle1760000000162 implements MigrationInterface {
  name = 'LicenceLifecycle1760000000162';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE licence DROP CONSTRAINT licence_state_check;
      ALTER TABLE licence
        ADD CONSTRAINT licence_state_check
          CHECK (state IN ('valid', 'revoked', 'cancelled', 'replaced')),
        ADD COLUMN replaces text REFERENCES licence (identifier),
        ADD COLUMN ended_at timestamptz,
        ADD COLUMN ended_reason text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE licence DROP COLUMN ended_reason, DROP COLUMN ended_at, DROP COLUMN replaces,
        DROP CONSTRAINT licence_state_check;
      ALTER TABLE licence
        ADD CONSTRAINT licence_state_check CHECK (state IN ('valid', 'revoked'));
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nonces of signed requests that came lately: what comes a second time is a replay. */
export class HeardNonces1760000000233 implements MigrationInterface {
  name = 'HeardNonces1760000000233';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE heard_nonce (
        sender text NOT NULL,
        nonce text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (sender, nonce)
      );
      CREATE INDEX heard_nonce_at ON heard_nonce (at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE heard_nonce`);
  }
}

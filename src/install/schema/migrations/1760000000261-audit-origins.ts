import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit lines are found by the trace that somebody quotes, and by the address that they came from. */
export class AuditOrigins1760000000261 implements MigrationInterface {
  name = 'AuditOrigins1760000000261';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_trace ON audit (trace, at, id) WHERE trace IS NOT NULL;
      CREATE INDEX audit_address ON audit (address, at, id) WHERE address IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX audit_trace, audit_address`);
  }
}

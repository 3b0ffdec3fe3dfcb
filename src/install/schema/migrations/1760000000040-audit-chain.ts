import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The chain over the audit log. A line is sealed a moment after its transaction, so that writing lines
 * never waits for one another; a line that waits for its seal stands in `audit_unsealed`.
 */
export class AuditChain1760000000040 implements MigrationInterface {
  name = 'AuditChain1760000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_seal (
        sequence BIGINT PRIMARY KEY,
        audit_id BIGINT NOT NULL UNIQUE REFERENCES audit (id),
        digest TEXT NOT NULL
      );
      CREATE TRIGGER audit_seal_only_grows BEFORE UPDATE OR DELETE ON audit_seal
        FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
      CREATE TRIGGER audit_seal_is_never_truncated BEFORE TRUNCATE ON audit_seal
        FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

      CREATE TABLE audit_unsealed (audit_id BIGINT PRIMARY KEY);
      INSERT INTO audit_unsealed SELECT id FROM audit;
      CREATE FUNCTION audit_awaits_its_seal() RETURNS TRIGGER LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO audit_unsealed VALUES (NEW.id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_awaits_its_seal AFTER INSERT ON audit
        FOR EACH ROW EXECUTE FUNCTION audit_awaits_its_seal();

      CREATE INDEX audit_at ON audit (at, id);
      CREATE INDEX audit_act ON audit (act, at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX audit_at, audit_act;
      DROP TRIGGER audit_awaits_its_seal ON audit;
      DROP FUNCTION audit_awaits_its_seal();
      DROP TABLE audit_unsealed, audit_seal;`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 委托授权 (民法典 165): who lets whom apply in their name, for what, from which day to which. A draft and a
 * case say under which it was written, a session for whom somebody acts.
 */
export class Authorisations1760000000481 implements MigrationInterface {
  name = 'Authorisations1760000000481';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE authorisation (
        id uuid PRIMARY KEY,
        principal_id text NOT NULL REFERENCES person (id),
        -- Sealed: of whom a window has verified, and no identity service may ever show us.
        principal_number text,
        agent_id text NOT NULL REFERENCES person (id),
        -- Codes of items; null = whatever the principal may apply for.
        items text[],
        from_on date NOT NULL,
        to_on date NOT NULL CHECK (to_on >= from_on),
        given_at timestamptz NOT NULL DEFAULT now(),
        signed_name text NOT NULL,
        -- Where it was given on paper: the window that took it in, by whom, and the signed paper.
        organisation_id text REFERENCES organisation (id),
        recorded_by text REFERENCES person (id),
        paper uuid REFERENCES stored_file (id),
        revoked_at timestamptz,
        revoked_by text REFERENCES person (id),
        CHECK (agent_id <> principal_id),
        CHECK ((organisation_id IS NULL) = (paper IS NULL))
      );
      CREATE INDEX authorisation_principal ON authorisation (principal_id, given_at DESC);
      CREATE INDEX authorisation_agent ON authorisation (agent_id, given_at DESC);
      CREATE INDEX authorisation_paper ON authorisation (paper) WHERE paper IS NOT NULL;
      CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON authorisation
        FOR EACH STATEMENT EXECUTE FUNCTION tell_change();
      ALTER TABLE session ADD COLUMN authorisation_id uuid REFERENCES authorisation (id);
      CREATE TRIGGER tell_whose AFTER UPDATE ON session FOR EACH ROW
        WHEN (OLD.authorisation_id IS DISTINCT FROM NEW.authorisation_id)
        EXECUTE FUNCTION tell_session_change();
      ALTER TABLE draft ADD COLUMN authorisation_id uuid REFERENCES authorisation (id);
      ALTER TABLE cases ADD COLUMN authorisation_id uuid REFERENCES authorisation (id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases DROP COLUMN authorisation_id;
      ALTER TABLE draft DROP COLUMN authorisation_id;
      DROP TRIGGER tell_whose ON session;
      ALTER TABLE session DROP COLUMN authorisation_id;
      DROP TABLE authorisation`);
  }
}

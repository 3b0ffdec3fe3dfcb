import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions and sign-ins under way, drafts, files and the materials of a case,
 * versions of processes, and the audit log, which only grows.
 */
export class IdentityDocumentsProcesses1760000000003 implements MigrationInterface {
  name = 'IdentityDocumentsProcesses1760000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id_digest TEXT PRIMARY KEY,
        person_id TEXT NOT NULL,
        post_id TEXT,
        id_number_masked TEXT NOT NULL,
        assurance TEXT NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        seen_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        expires_at TIMESTAMPTZ NOT NULL
      );
      CREATE INDEX session_expires_at ON session (expires_at);

      CREATE TABLE sign_in (
        id_digest TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        nonce TEXT NOT NULL,
        code_verifier TEXT NOT NULL,
        return_to TEXT NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE draft (
        id UUID PRIMARY KEY,
        person_id TEXT NOT NULL,
        item_code TEXT NOT NULL,
        region TEXT NOT NULL,
        form JSONB NOT NULL DEFAULT '{}',
        materials JSONB NOT NULL DEFAULT '{}',
        created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        submitted_as TEXT
      );
      CREATE INDEX draft_person ON draft (person_id, updated_at DESC) WHERE submitted_as IS NULL;

      CREATE TABLE stored_file (
        id UUID PRIMARY KEY,
        owner_person TEXT NOT NULL,
        case_number TEXT,
        name TEXT NOT NULL,
        mime TEXT NOT NULL,
        size INT NOT NULL,
        sha256 TEXT NOT NULL,
        storage_key TEXT NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now()
      );
      CREATE INDEX stored_file_case ON stored_file (case_number);

      CREATE TABLE case_material (
        id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        case_number TEXT NOT NULL,
        material_code TEXT NOT NULL,
        file_id UUID REFERENCES stored_file (id),
        source TEXT NOT NULL CHECK (source IN ('upload', 'license', 'shared')),
        license_id TEXT,
        note TEXT,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now()
      );
      CREATE INDEX case_material_case ON case_material (case_number, material_code);
      CREATE INDEX case_material_file ON case_material (file_id);

      CREATE TABLE process_version (
        process_id TEXT NOT NULL,
        version INT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
        name TEXT NOT NULL,
        xml TEXT NOT NULL,
        model JSON,
        hash TEXT,
        created_by TEXT NOT NULL,
        created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        published_at TIMESTAMPTZ,
        PRIMARY KEY (process_id, version)
      );
      CREATE INDEX process_version_hash ON process_version (hash);
      CREATE UNIQUE INDEX process_version_one_draft ON process_version (process_id)
        WHERE state = 'draft';
      CREATE UNIQUE INDEX process_version_one_published ON process_version (process_id)
        WHERE state = 'published';

      CREATE TABLE audit (
        id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
        person_id TEXT,
        post_id TEXT,
        act TEXT NOT NULL,
        target TEXT NOT NULL,
        outcome TEXT NOT NULL,
        detail JSONB NOT NULL DEFAULT '{}'
      );
      CREATE INDEX audit_target ON audit (target, at);
      CREATE INDEX audit_person ON audit (person_id, at);

      CREATE FUNCTION audit_only_grows() RETURNS TRIGGER LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '审计日志只增不改不删 (audit is append-only)';
      END $$;
      CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit
        FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
      CREATE TRIGGER audit_is_never_truncated BEFORE TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit, process_version, case_material, stored_file, draft, sign_in, session;
      DROP FUNCTION audit_only_grows();
    `);
  }
}

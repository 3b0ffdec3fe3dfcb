import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents of official acts: drafted with the act, approved, numbered, sealed, delivered; their
 * templates; who may approve; the words of their numbers (机关代字). What an adapter sealed before,
 * licences among it, is kept in the same table.
 */
export class OfficialDocuments1760000000130 implements MigrationInterface {
  name = 'OfficialDocuments1760000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_template (
        kind text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        body text NOT NULL,
        -- The first day documents are written by it, in China's time.
        effective_from date,
        saved_by text NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        published_by text,
        published_at timestamptz,
        PRIMARY KEY (kind, version),
        CHECK ((state = 'published') = (effective_from IS NOT NULL))
      );
      CREATE UNIQUE INDEX document_template_one_draft ON document_template (kind)
        WHERE state = 'draft';

      -- Where a city differs from what the kind itself says.
      CREATE TABLE document_setting (
        kind text PRIMARY KEY,
        approval boolean NOT NULL,
        approver_role text NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );

      -- 机关代字: 海市监 in 海市监许受字〔2026〕第1号.
      CREATE TABLE document_word (
        organisation_id text PRIMARY KEY REFERENCES organisation (id),
        word text NOT NULL,
        changed_by text,
        changed_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE document_serial (
        organisation_id text NOT NULL,
        kind text NOT NULL,
        year int NOT NULL,
        last int NOT NULL,
        PRIMARY KEY (organisation_id, kind, year)
      );

      CREATE TABLE official_document (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- What its QR leads to: nobody can guess it.
        code text NOT NULL UNIQUE DEFAULT replace(gen_random_uuid()::text, '-', ''),
        case_number text NOT NULL REFERENCES cases (number),
        step int NOT NULL,
        cause text NOT NULL,
        kind text NOT NULL,
        -- Whose document it is, and whose seal it bears.
        organisation_id text NOT NULL,
        state text NOT NULL CHECK (state IN
          ('awaiting-approval', 'returned', 'sealing', 'issued', 'void')),
        -- The act it tells of.
        act jsonb NOT NULL,
        -- Fields a handler wrote anew after it came back.
        amendments jsonb NOT NULL DEFAULT '{}',
        return_reason text,
        -- How often it came back.
        returns int NOT NULL DEFAULT 0,
        approved_by text,
        approved_post text,
        approved_at timestamptz,
        template_version int,
        -- Title and paragraphs as they were rendered; for a licence the sealed text itself.
        content jsonb,
        sealed_text text,
        year int,
        serial int,
        number text,
        dated date,
        file_key text,
        size int,
        digest text,
        seal_id text,
        seal_name text,
        public_key text,
        signature text,
        signed_at timestamptz,
        -- Outbox of what still has to be sealed.
        attempts int NOT NULL DEFAULT 0,
        last_error text,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        void_reason text,
        voided_at timestamptz,
        drafted_at timestamptz NOT NULL DEFAULT now(),
        issued_at timestamptz,
        UNIQUE (case_number, step, cause, kind),
        UNIQUE (organisation_id, kind, year, serial)
      );
      CREATE INDEX official_document_sealing ON official_document (next_attempt_at)
        WHERE state = 'sealing';
      CREATE INDEX official_document_approval ON official_document (organisation_id, drafted_at)
        WHERE state IN ('awaiting-approval', 'returned');

      -- 送达: a document is delivered once; proof is the 送达回证 that says so.
      CREATE TABLE document_delivery (
        document_id uuid PRIMARY KEY REFERENCES official_document (id),
        way text NOT NULL CHECK (way IN ('electronic', 'window', 'post')),
        delivered_at timestamptz NOT NULL,
        receiver text NOT NULL,
        person_id text,
        post_id text,
        tracking_number text,
        proof_id uuid REFERENCES official_document (id)
      );

      INSERT INTO official_document (case_number, step, cause, kind, organisation_id, state, act,
          sealed_text, digest, seal_id, seal_name, public_key, signature, signed_at, drafted_at,
          issued_at)
        SELECT case_number, 0, 'adapter:' || key,
               CASE document WHEN 'receipt' THEN 'filing-receipt'
                             WHEN 'grant-notice' THEN 'benefit-notice'
                             WHEN 'refusal-notice' THEN 'refusal-decision'
                             ELSE document END,
               organisation_id, 'issued', '{}', content, digest, seal_id, seal_name, public_key,
               signature, signed_at, signed_at, signed_at
          FROM sealed_document;
      DROP TABLE sealed_document;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealed_document (
        key text PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        document text NOT NULL,
        organisation_id text NOT NULL,
        content text NOT NULL,
        digest text NOT NULL,
        seal_id text NOT NULL,
        seal_name text NOT NULL,
        public_key text NOT NULL,
        signature text NOT NULL,
        signed_at timestamptz NOT NULL
      );
      CREATE INDEX sealed_document_case ON sealed_document (case_number);
      INSERT INTO sealed_document
        SELECT substr(cause, 9), case_number, kind, organisation_id, sealed_text, digest, seal_id,
               seal_name, public_key, signature, signed_at
          FROM official_document WHERE sealed_text IS NOT NULL AND cause LIKE 'adapter:%';
      DROP TABLE document_delivery, official_document, document_serial, document_word,
        document_setting, document_template;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the outside world did for a case: money asked for and paid, licences issued, documents
 * sealed, data looked up, people told. Each row is written once under its idempotency key.
 */
export class PaymentsLicences1760000000004 implements MigrationInterface {
  name = 'PaymentsLicences1760000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment (
        id text PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        element text NOT NULL,
        item text NOT NULL,
        amount_cents integer NOT NULL CHECK (amount_cents > 0),
        order_no text NOT NULL UNIQUE,
        pay_url text NOT NULL,
        state text NOT NULL CHECK (state IN ('ordered', 'paid', 'refused', 'refunded')),
        notices integer NOT NULL DEFAULT 0,
        ordered_at timestamptz NOT NULL DEFAULT now(),
        paid_at timestamptz,
        -- Command that tells the case of the payment: the same however many notices come.
        command_id uuid NOT NULL DEFAULT gen_random_uuid(),
        told_at timestamptz,
        -- When the province was last asked what became of the order.
        asked_at timestamptz
      );
      CREATE INDEX payment_case ON payment (case_number);
      CREATE INDEX payment_unsettled ON payment (coalesce(asked_at, ordered_at)) WHERE told_at IS NULL;

      CREATE TABLE licence (
        identifier text PRIMARY KEY,
        key text NOT NULL UNIQUE,
        case_number text NOT NULL REFERENCES cases (number),
        item_code text NOT NULL,
        kind text NOT NULL,
        holder_person text NOT NULL,
        number text NOT NULL,
        issuer_org text NOT NULL,
        issued_on date NOT NULL,
        valid_to date,
        state text NOT NULL CHECK (state IN ('valid', 'revoked')),
        seal_signature text,
        data jsonb NOT NULL,
        UNIQUE (case_number, kind)
      );
      CREATE INDEX licence_holder ON licence (holder_person);

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

      CREATE TABLE exchange_record (
        key text PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        dataset text NOT NULL,
        purpose text NOT NULL,
        records jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX exchange_record_case ON exchange_record (case_number);

      CREATE TABLE notification (
        key text PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        person_id text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz
      );
      CREATE INDEX notification_person ON notification (person_id, at DESC);

      -- Calls of adapters that were carried out; a repeat is answered from here.
      CREATE TABLE outbound_call (
        key text PRIMARY KEY,
        case_number text NOT NULL,
        adapter text NOT NULL,
        request_digest text NOT NULL,
        result jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outbound_call, notification, exchange_record, sealed_document, licence, payment
    `);
  }
}

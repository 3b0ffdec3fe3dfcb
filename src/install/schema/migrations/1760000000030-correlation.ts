import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Messages and signals between cases (decision 9, messages and signals are rows). No foreign keys to
 * `cases`: `record` holds a case's row while it looks for messages, and whoever publishes must never
 * wait for it.
 */
export class Correlation1760000000030 implements MigrationInterface {
  name = 'Correlation1760000000030';

  async up(runner: QueryRunner): Promise<void> {
    // `seq` is the order of waiting; `claimed_by` the message on its way to this subscription.
    await runner.query(`
      ALTER TABLE subscription
        ADD kind text NOT NULL DEFAULT 'message' CHECK (kind IN ('message','signal')),
        ADD seq bigserial,
        ADD claimed_by uuid`);
    await runner.query(`ALTER TABLE subscription ALTER kind DROP DEFAULT`);
    await runner.query(`DROP INDEX subscription_name_key`);
    await runner.query(
      `CREATE INDEX subscription_kind_name_key ON subscription (kind, name, key, seq)`,
    );
    await runner.query(
      `CREATE INDEX subscription_claimed ON subscription (claimed_by) WHERE claimed_by IS NOT NULL`,
    );
    await runner.query(`ALTER TABLE cases ADD started_by jsonb`);
    // What a case threw, until its step is known to be in history.
    await runner.query(`
      CREATE TABLE thrown (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        seq bigserial,
        case_number text NOT NULL,
        step int NOT NULL,
        cause text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('message','signal')),
        element text NOT NULL,
        name text NOT NULL,
        key text,
        variables jsonb NOT NULL,
        last_subscription bigint NOT NULL,
        asked_at timestamptz,
        released_at timestamptz
      )`);
    await runner.query(`CREATE INDEX thrown_waiting ON thrown (seq) WHERE released_at IS NULL`);
    await runner.query(`CREATE INDEX thrown_case ON thrown (case_number, step)`);
    await runner.query(`
      CREATE TABLE message (
        id uuid PRIMARY KEY,
        seq bigserial,
        name text NOT NULL,
        key text,
        case_number text,
        variables jsonb NOT NULL,
        publisher text NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting','offered','taken','expired')),
        receiver text,
        subscription_id text,
        offers int NOT NULL DEFAULT 0,
        problem text,
        published_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        offered_at timestamptz,
        sent_at timestamptz,
        settled_at timestamptz
      )`);
    await runner.query(
      `CREATE INDEX message_waiting_key ON message (name, key, seq)
        WHERE state = 'waiting' AND case_number IS NULL`,
    );
    await runner.query(
      `CREATE INDEX message_waiting_case ON message (case_number, name, seq)
        WHERE state = 'waiting' AND case_number IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX message_expiring ON message (expires_at) WHERE state = 'waiting'`,
    );
    await runner.query(
      `CREATE INDEX message_offered ON message (receiver, seq) WHERE state = 'offered'`,
    );
    // A signal goes to all who waited when it was thrown: those up to `last_subscription`.
    await runner.query(`
      CREATE TABLE signal (
        id uuid PRIMARY KEY,
        seq bigserial,
        name text NOT NULL,
        variables jsonb NOT NULL,
        thrower text,
        publisher text NOT NULL,
        thrown_at timestamptz NOT NULL DEFAULT now(),
        last_subscription bigint NOT NULL,
        reached_subscription bigint NOT NULL DEFAULT 0,
        problem text,
        spread_at timestamptz
      )`);
    await runner.query(`CREATE INDEX signal_spreading ON signal (seq) WHERE spread_at IS NULL`);
    await runner.query(`
      CREATE TABLE signal_delivery (
        signal_id uuid NOT NULL REFERENCES signal (id),
        case_number text NOT NULL,
        subscriptions jsonb NOT NULL,
        sent_at timestamptz,
        settled_at timestamptz,
        missed boolean NOT NULL DEFAULT false,
        PRIMARY KEY (signal_id, case_number)
      )`);
    await runner.query(
      `CREATE INDEX signal_delivery_waiting ON signal_delivery (sent_at) WHERE settled_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['signal_delivery', 'signal', 'message', 'thrown']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query(`ALTER TABLE cases DROP started_by`);
    await runner.query(`DROP INDEX subscription_kind_name_key, subscription_claimed`);
    await runner.query(`ALTER TABLE subscription DROP kind, DROP seq, DROP claimed_by`);
    await runner.query(`CREATE INDEX subscription_name_key ON subscription (name, key)`);
  }
}

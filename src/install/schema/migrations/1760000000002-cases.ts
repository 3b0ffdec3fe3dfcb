import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The case and what `record` writes of it. Numbers of cases are codes, so they may stand in logs;
 * everything about the person stands in `form`, which never leaves PostgreSQL.
 */
export class Cases1760000000002 implements MigrationInterface {
  name = 'Cases1760000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SEQUENCE case_serial`);
    await runner.query(`
      CREATE TABLE cases (
        number text PRIMARY KEY,
        parent_number text REFERENCES cases (number),
        parent_occurrence text,
        child_key text,
        item_code text NOT NULL,
        item_version int NOT NULL,
        item_name text NOT NULL,
        process_id text NOT NULL,
        model_hash text NOT NULL,
        calendar_version text NOT NULL,
        region text NOT NULL,
        applicant_id text NOT NULL,
        agent_id text,
        lead_department text NOT NULL,
        state text NOT NULL,
        submitted_at timestamptz NOT NULL,
        collected_at timestamptz,
        accepted_at timestamptz,
        decided_at timestamptz,
        finished_at timestamptz,
        due_at timestamptz,
        promised_due_at timestamptz,
        step int NOT NULL DEFAULT 0,
        cause text NOT NULL DEFAULT '',
        engine_state jsonb,
        variables jsonb NOT NULL DEFAULT '{}',
        form jsonb NOT NULL DEFAULT '{}',
        ended boolean NOT NULL DEFAULT false,
        UNIQUE (parent_number, parent_occurrence)
      )`);
    await runner.query(`CREATE INDEX cases_applicant ON cases (applicant_id, submitted_at DESC)`);
    await runner.query(`CREATE INDEX cases_parent ON cases (parent_number)`);
    await runner.query(`CREATE INDEX cases_due ON cases (due_at) WHERE NOT ended`);
    await runner.query(`
      CREATE TABLE case_step (
        case_number text NOT NULL REFERENCES cases (number),
        step int NOT NULL,
        cause text NOT NULL,
        previous_cause text,
        completed jsonb NOT NULL DEFAULT '[]',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        superseded boolean NOT NULL DEFAULT false,
        PRIMARY KEY (case_number, step, cause)
      )`);
    await runner.query(`
      CREATE TABLE task (
        id text PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        key text NOT NULL,
        element text NOT NULL,
        name text NOT NULL,
        line text,
        level text,
        role text,
        department_id text,
        form text,
        outcomes jsonb NOT NULL DEFAULT '[]',
        inputs jsonb NOT NULL DEFAULT '{}',
        act text,
        state text NOT NULL CHECK (state IN ('open','completing','completed','cancelled','superseded')),
        opened_step int NOT NULL,
        opened_at timestamptz NOT NULL,
        due_at timestamptz,
        assignee_person text,
        assignee_post text,
        claimed_at timestamptz,
        completed_at timestamptz,
        outcome text,
        opinion text,
        answer jsonb
      )`);
    await runner.query(`CREATE INDEX task_case ON task (case_number)`);
    await runner.query(
      `CREATE INDEX task_pool ON task (department_id, role, due_at, id) WHERE state = 'open' AND assignee_person IS NULL`,
    );
    await runner.query(
      `CREATE INDEX task_mine ON task (assignee_person, due_at, id) WHERE state IN ('open','completing')`,
    );
    await runner.query(
      `CREATE INDEX task_due ON task (due_at) WHERE state IN ('open','completing')`,
    );
    await runner.query(`
      CREATE TABLE timeline (
        id bigserial PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        step int NOT NULL,
        cause text NOT NULL,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        element text,
        name text,
        task_id text,
        person_id text,
        post_id text,
        department_id text,
        outcome text,
        opinion text,
        data jsonb,
        superseded boolean NOT NULL DEFAULT false
      )`);
    await runner.query(`CREATE INDEX timeline_case ON timeline (case_number, id)`);
    await runner.query(`
      CREATE TABLE incident (
        id text PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        key text NOT NULL,
        element text NOT NULL,
        code text NOT NULL,
        message text NOT NULL,
        task_id text,
        state text NOT NULL CHECK (state IN ('open','resolved')),
        opened_at timestamptz NOT NULL,
        resolved_at timestamptz
      )`);
    await runner.query(`CREATE INDEX incident_open ON incident (opened_at) WHERE state = 'open'`);
    await runner.query(`CREATE INDEX incident_case ON incident (case_number)`);
    await runner.query(`
      CREATE TABLE subscription (
        case_number text NOT NULL REFERENCES cases (number),
        id text NOT NULL,
        element text NOT NULL,
        name text NOT NULL,
        key text,
        PRIMARY KEY (case_number, id)
      )`);
    await runner.query(`CREATE INDEX subscription_name_key ON subscription (name, key)`);
    await runner.query(`
      CREATE TABLE command (
        id uuid PRIMARY KEY,
        case_number text NOT NULL REFERENCES cases (number),
        task_id text,
        kind text NOT NULL,
        person_id text NOT NULL,
        post_id text,
        payload jsonb NOT NULL,
        status text NOT NULL CHECK (status IN ('pending','done','refused')),
        answer jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        attempts int NOT NULL DEFAULT 0,
        answered_at timestamptz
      )`);
    await runner.query(
      `CREATE INDEX command_pending ON command (sent_at) WHERE status = 'pending'`,
    );
    await runner.query(`CREATE INDEX command_case ON command (case_number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'command',
      'subscription',
      'incident',
      'timeline',
      'task',
      'case_step',
      'cases',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query(`DROP SEQUENCE case_serial`);
  }
}

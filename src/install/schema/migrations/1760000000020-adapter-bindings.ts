import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which adapter does the work that imported diagrams leave to code of other engines. */
export class AdapterBindings1760000000020 implements MigrationInterface {
  name = 'AdapterBindings1760000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE adapter_binding (
        id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN
          ('topic', 'class', 'delegateExpression', 'expression', 'connector', 'type')),
        name TEXT NOT NULL CHECK (name <> ''),
        adapter TEXT NOT NULL,
        updated_by TEXT NOT NULL,
        updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
        UNIQUE (kind, name)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE adapter_binding`);
  }
}

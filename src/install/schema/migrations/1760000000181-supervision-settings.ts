import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the city settles about supervision as versions from a day on: how often one may urge, and by
 * which points bodies are appraised. The first versions are the ones that held before.
 */
export class SupervisionSettings1760000000181 implements MigrationInterface {
  name = 'SupervisionSettings1760000000181';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supervision_setting (
        kind text NOT NULL CHECK (kind IN ('urges', 'appraisal')),
        version int NOT NULL,
        content jsonb NOT NULL,
        valid_from date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- null = with the platform
        created_by text REFERENCES person (id),
        PRIMARY KEY (kind, version)
      );
      INSERT INTO supervision_setting (kind, version, content, valid_from) VALUES
        ('urges', 1, '{"applicantHours": 24, "supervisorHours": 4}', '2000-01-01'),
        ('appraisal', 1, '{"promised": 40, "statutory": 20, "compression": 20, "firstTime": 20,
                           "warning": 0.5, "yellow": 1, "red": 3}', '2000-01-01');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE supervision_setting`);
  }
}

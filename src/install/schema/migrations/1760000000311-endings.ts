import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How licences and papers came to their end: as what, when, why, by which body, article and case. */
const ENDING = `
  ADD COLUMN ended_as text CHECK (ended_as IN
    ('changed', 'renewed', 'replaced', 'revoked', 'cancelled', 'voided')),
  ADD COLUMN ended_org text,
  ADD COLUMN ended_article text,
  ADD COLUMN ended_case text`;

/**
 * What became of licences and papers, for who verifies them and who holds them. A licence that is void
 * because its case is, is void at once; the province hears of it afterwards (`end_told`).
 */
export class Endings1760000000311 implements MigrationInterface {
  name = 'Endings1760000000311';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE licence ${ENDING},
        ADD COLUMN end_told boolean NOT NULL DEFAULT true,
        ADD COLUMN end_attempts int NOT NULL DEFAULT 0,
        ADD COLUMN end_next_at timestamptz NOT NULL DEFAULT now(),
        DROP CONSTRAINT licence_state_check,
        ADD CONSTRAINT licence_state_check
          CHECK (state IN ('valid', 'revoked', 'cancelled', 'replaced', 'voided'));
      UPDATE licence SET ended_as = CASE
          WHEN state <> 'replaced' THEN state
          WHEN ended_reason = '变更' THEN 'changed'
          WHEN ended_reason = '延续' THEN 'renewed'
          ELSE 'replaced' END
        WHERE state <> 'valid';
      CREATE INDEX licence_number ON licence (number);
      CREATE INDEX licence_replaces ON licence (replaces) WHERE replaces IS NOT NULL;
      CREATE INDEX licence_untold ON licence (end_next_at) WHERE NOT end_told;

      ALTER TABLE official_document ${ENDING},
        ADD COLUMN ended_at timestamptz,
        ADD COLUMN ended_reason text,
        ADD COLUMN ended_step int,
        -- Identifier of the licence that it is.
        ADD COLUMN licence text;
      UPDATE official_document SET licence = sealed_text::jsonb ->> 'identifier'
        WHERE kind = 'licence' AND sealed_text IS NOT NULL;
      CREATE INDEX official_document_licence ON official_document (licence)
        WHERE licence IS NOT NULL;
      UPDATE official_document d
         SET ended_as = l.ended_as, ended_at = l.ended_at, ended_reason = l.ended_reason
        FROM licence l WHERE l.identifier = d.licence AND l.ended_as IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE official_document DROP COLUMN licence, DROP COLUMN ended_step,
        DROP COLUMN ended_reason, DROP COLUMN ended_at, DROP COLUMN ended_case,
        DROP COLUMN ended_article, DROP COLUMN ended_org, DROP COLUMN ended_as;
      DROP INDEX licence_number, licence_replaces;
      UPDATE licence SET state = 'revoked' WHERE state = 'voided';
      ALTER TABLE licence DROP COLUMN end_next_at, DROP COLUMN end_attempts, DROP COLUMN end_told,
        DROP COLUMN ended_case, DROP COLUMN ended_article, DROP COLUMN ended_org,
        DROP COLUMN ended_as, DROP CONSTRAINT licence_state_check,
        ADD CONSTRAINT licence_state_check
          CHECK (state IN ('valid', 'revoked', 'cancelled', 'replaced'));`);
  }
}

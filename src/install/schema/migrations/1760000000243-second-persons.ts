import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which draft was reviewed, and who publishes: the city's setting, by which nobody has to be a second
 * person until it says so. A migration of cases can ask one for those that would pass over an act.
 */
export class SecondPersons1760000000243 implements MigrationInterface {
  name = 'SecondPersons1760000000243';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE definition_draft ADD revision uuid NOT NULL DEFAULT gen_random_uuid();
      ALTER TABLE case_migration ADD second_person boolean NOT NULL DEFAULT false;
      ALTER TABLE case_migration_outcome DROP CONSTRAINT case_migration_outcome_state_check,
        ADD CONSTRAINT case_migration_outcome_state_check
          CHECK (state IN ('pending', 'asked', 'done', 'refused'));
      ALTER TABLE supervision_setting DROP CONSTRAINT supervision_setting_kind_check,
        ADD CONSTRAINT supervision_setting_kind_check
          CHECK (kind IN ('urges', 'appraisal', 'benefits', 'publication'));
      INSERT INTO supervision_setting (kind, version, content, valid_from)
        VALUES ('publication', 1, '{"secondPerson": []}', '2000-01-01')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM supervision_setting WHERE kind = 'publication';
      ALTER TABLE supervision_setting DROP CONSTRAINT supervision_setting_kind_check,
        ADD CONSTRAINT supervision_setting_kind_check
          CHECK (kind IN ('urges', 'appraisal', 'benefits'));
      UPDATE case_migration_outcome SET state = 'refused' WHERE state = 'asked';
      ALTER TABLE case_migration_outcome DROP CONSTRAINT case_migration_outcome_state_check,
        ADD CONSTRAINT case_migration_outcome_state_check
          CHECK (state IN ('pending', 'done', 'refused'));
      ALTER TABLE case_migration DROP second_person;
      ALTER TABLE definition_draft DROP revision`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FINISHED_CASES, FINISHED_STEPS } from './supervision-figures/finished.js';
import { OPEN_CASES, OPEN_STEPS } from './supervision-figures/open.js';

/** Every source of supervision's rows: whoever counts, counts these. */
const SOURCES = {
  ...{ open_case_source: OPEN_CASES, open_step_source: OPEN_STEPS },
  ...{ finished_case_source: FINISHED_CASES, finished_step_source: FINISHED_STEPS },
};

const sources = (of: string) =>
  Object.entries(SOURCES)
    .map(([view, select]) => `CREATE OR REPLACE VIEW ${view} AS ${select}${of};`)
    .join('\n');

/** What only exercises or measures the platform is a case like any other, and stays out of every figure. */
export class ExercisesUncounted1760000000365 implements MigrationInterface {
  name = 'ExercisesUncounted1760000000365';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases ADD COLUMN counted boolean NOT NULL DEFAULT true;
      CREATE FUNCTION case_counted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.counted := NOT EXISTS (
          SELECT 1 FROM item i WHERE i.code = NEW.item_code AND i.version = NEW.item_version
             AND (i.data ->> 'exercise')::boolean);
        RETURN NEW;
      END $$;
      CREATE TRIGGER case_counted BEFORE INSERT OR UPDATE OF item_code, item_version ON cases
        FOR EACH ROW EXECUTE FUNCTION case_counted();
      ${sources(' AND c.counted')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${sources('')}
      DROP TRIGGER case_counted ON cases;
      DROP FUNCTION case_counted();
      ALTER TABLE cases DROP COLUMN counted`);
  }
}

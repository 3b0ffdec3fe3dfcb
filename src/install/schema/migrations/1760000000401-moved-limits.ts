import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A limit that moved is told of anew, whoever moved it; and a side task's limit in working days says from when
 * it is counted, so that a published calendar moves it.
 */
export class MovedLimits1760000000401 implements MigrationInterface {
  name = 'MovedLimits1760000000401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task ADD COLUMN limit_from timestamptz;
      CREATE FUNCTION remind_anew() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.reminded_at := NULL;
          RETURN NEW;
        END $$;
      CREATE TRIGGER task_limit_moved BEFORE UPDATE OF due_at ON task FOR EACH ROW
        WHEN (NEW.due_at IS DISTINCT FROM OLD.due_at AND OLD.reminded_at IS NOT NULL)
        EXECUTE FUNCTION remind_anew()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER task_limit_moved ON task;
      DROP FUNCTION remind_anew();
      ALTER TABLE task DROP COLUMN limit_from`);
  }
}

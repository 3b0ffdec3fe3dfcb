import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 好差评: what each case was rated, by whose department, item and window (`src/handling/ratings`). */
export class Ratings1760000000375 implements MigrationInterface {
  name = 'Ratings1760000000375';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rating (
        case_number text PRIMARY KEY REFERENCES cases (number),
        -- Step of the rating: what never happened takes it along.
        step integer NOT NULL,
        -- The applicant's task, which has the words.
        task_id text NOT NULL REFERENCES task (id),
        level text NOT NULL CHECK (level IN ('very-satisfied', 'satisfied', 'basically-satisfied',
          'dissatisfied', 'very-dissatisfied')),
        rated_at timestamptz NOT NULL,
        item text NOT NULL,
        department text NOT NULL,
        -- The window that served last; null = none did.
        window_id text REFERENCES organisation (id),
        counted boolean NOT NULL
      );
      CREATE INDEX rating_by_time ON rating (rated_at DESC, case_number) WHERE counted;
      CREATE INDEX rating_by_department ON rating (department, rated_at DESC) WHERE counted`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE task SET state = 'cancelled' WHERE purpose LIKE 'rating-%' AND state = 'open';
      DROP TABLE rating`);
  }
}

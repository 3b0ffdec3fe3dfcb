import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Articles that items rest on, as records: what each says from a day on, until it is repealed. */
export class ArticlesOfLaw1760000000271 implements MigrationInterface {
  name = 'ArticlesOfLaw1760000000271';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE law_article (
        law text NOT NULL,
        article text NOT NULL,
        valid_from date NOT NULL,
        rank text NOT NULL,
        -- null = repealed from that day on
        text text,
        source text NOT NULL,
        noted_by text NOT NULL REFERENCES person (id),
        noted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (law, article, valid_from)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE law_article`);
  }
}

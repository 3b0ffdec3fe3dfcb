import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people call things (words of search, kept by administrators), and what they looked for in vain. */
export class SearchWords1760000000286 implements MigrationInterface {
  name = 'SearchWords1760000000286';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_word (
        word text PRIMARY KEY,
        means text[] NOT NULL,
        changed_by text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO search_word (word, means, changed_by) VALUES
        ('饭馆', '{饭店,小餐饮,食品经营}', 'system'),
        ('餐馆', '{饭店,小餐饮,食品经营}', 'system'),
        ('老人补贴', '{高龄津贴}', 'system'),
        ('老年补助', '{高龄津贴}', 'system'),
        ('上户口', '{出生登记,新生儿}', 'system'),
        ('报户口', '{出生登记,新生儿}', 'system'),
        ('挂牌子', '{招牌}', 'system'),
        ('占马路', '{占用城市道路,占道}', 'system');

      CREATE TABLE search_miss (
        text text PRIMARY KEY,
        times integer NOT NULL DEFAULT 1,
        last_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX search_miss_times ON search_miss (times DESC, last_at DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE search_miss, search_word`);
  }
}

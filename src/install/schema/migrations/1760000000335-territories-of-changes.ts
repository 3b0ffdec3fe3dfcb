import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose territory a change was made for: a planned one is done within it, and what the city set is not
 * undone by a county. Null: the whole city, and the platform.
 */
export class TerritoriesOfChanges1760000000335 implements MigrationInterface {
  name = 'TerritoriesOfChanges1760000000335';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE register_change ADD territory text`);
    await runner.query(
      `UPDATE register_change c SET territory = coalesce(u.county, 'nowhere')
         FROM post p LEFT JOIN unit u ON u.id = p.organisation_id
        WHERE p.id = c.post_id AND p.role = 'county-admin'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE register_change DROP territory`);
  }
}

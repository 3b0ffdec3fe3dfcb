import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A body's papers of one kind have other letters for another type of item: its numbers are unique, not its serials. */
export class NumbersOfPapers1760000000310 implements MigrationInterface {
  name = 'NumbersOfPapers1760000000310';
  /** Numbers that the release before gives are of one kind's word, year and serial: unique as they are. */
  readonly contracts = 'since 0.1.0: no release gave one number of a body to two papers';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE official_document
        DROP CONSTRAINT official_document_organisation_id_kind_year_serial_key;
      CREATE UNIQUE INDEX official_document_number ON official_document (organisation_id, number)
        WHERE serial IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX official_document_number;
      ALTER TABLE official_document ADD UNIQUE (organisation_id, kind, year, serial);`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 送达 of results on paper: the parcel's way, or who took them at the counter (行政许可法 44). */
export class ResultDelivery1760000000170 implements MigrationInterface {
  name = 'ResultDelivery1760000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE result_delivery (
        case_number text PRIMARY KEY REFERENCES cases (number),
        way text NOT NULL CHECK (way IN ('post', 'window')),
        address text,
        courier text,
        tracking_number text,
        sent_at timestamptz,
        sent_by text,
        sent_post text,
        receiver text,
        paper_kind text,
        delivered_at timestamptz,
        delivered_by text,
        delivered_post text,
        CHECK (way = 'window' OR (courier IS NOT NULL AND tracking_number IS NOT NULL))
      );
      CREATE INDEX cases_with_papers_to_deliver ON cases (lead_department)
        WHERE delivered_at IS NULL AND form ->> 'deliveryMethod' IN ('post', 'window');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX cases_with_papers_to_deliver;
      DROP TABLE result_delivery;
    `);
  }
}

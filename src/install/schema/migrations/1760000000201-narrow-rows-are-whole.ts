import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The narrow rows of supervision were made from their sources by `CREATE TABLE AS`, which leaves out
 * that most of their columns are never null.
 */
const NEVER_NULL = {
  open_case: 'department item process state submitted_at returned elements first_due',
  open_step: 'case_number department item process element name opened_at',
  finished_case:
    'day department item finished_at state accepted refused_acceptance granted refused deemed ' +
    'first_time returned extended late_entry statutory statutory_kept promised promised_kept ' +
    'measured statutory_days promised_days actual_days',
  finished_step: 'case_number day department item process element name late limited seconds',
};

const alter = (what: 'SET' | 'DROP') =>
  Object.entries(NEVER_NULL).map(([table, columns]) => {
    const each = columns.split(' ').map((column) => `ALTER ${column} ${what} NOT NULL`);
    return `ALTER TABLE ${table} ${each.join(', ')}`;
  });

export class NarrowRowsAreWhole1760000000201 implements MigrationInterface {
  name = 'NarrowRowsAreWhole1760000000201';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of alter('SET')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of alter('DROP')) await runner.query(statement);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FINISHED } from './supervision-figures/finished.js';
import { OPEN } from './supervision-figures/open.js';
import { REBUILD } from './supervision-figures/rebuild.js';
import { TRIGGERS } from './supervision-figures/triggers.js';
import { UNITS } from './supervision-figures/units.js';
import { WORKING_DAYS } from './supervision-figures/working-days.js';

/**
 * What supervision counts: one narrow row for every open case and open step, kept in the transaction
 * that changes the case, and one for every finished one, summed by month (decision 15, supervision
 * counts narrow rows). Each is defined once, by a view over the case's own tables: the triggers, the
 * rebuilding and `verify` read it.
 */
export class SupervisionFigures1760000000150 implements MigrationInterface {
  name = 'SupervisionFigures1760000000150';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [UNITS, WORKING_DAYS, OPEN, FINISHED, TRIGGERS, REBUILD])
      await runner.query(part);
    await runner.query(`SELECT supervision_rebuild()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER supervision_case ON cases;
      DROP TRIGGER supervision_task ON task;
      DROP TRIGGER supervision_move ON legal_move;
      DROP TRIGGER supervision_pause ON case_pause;
      DROP TRIGGER unit_refresh ON organisation;
      DROP TRIGGER working_day_refresh ON calendar_year;
      DROP FUNCTION supervision_rebuild, supervision_fold, supervision_case, supervision_task,
        supervision_history, unit_refresh, working_day_refresh;
      DROP VIEW open_case_source, open_step_source, finished_case_source, finished_step_source;
      DROP TABLE open_case, open_step, finished_case, finished_step, case_month, case_delta,
        step_month, step_delta, unit, working_day;
      DROP FUNCTION case_changed, step_changed`);
  }
}

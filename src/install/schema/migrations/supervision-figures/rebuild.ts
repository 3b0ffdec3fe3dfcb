import { CASE_KEYS, CASE_SUMS, list, STEP_KEYS, STEP_SUMS, summed } from './roll-up.js';

/** Everything anew from the cases' own tables. */
export const REBUILD = `
  CREATE FUNCTION supervision_rebuild() RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    LOCK TABLE cases, task IN SHARE ROW EXCLUSIVE MODE;
    TRUNCATE open_case, open_step, finished_case, finished_step, case_month, case_delta, step_month,
      step_delta;
    INSERT INTO open_case SELECT * FROM open_case_source;
    INSERT INTO open_step SELECT * FROM open_step_source;
    ALTER TABLE finished_case DISABLE TRIGGER case_changed;
    ALTER TABLE finished_step DISABLE TRIGGER step_changed;
    INSERT INTO finished_case SELECT * FROM finished_case_source;
    INSERT INTO finished_step SELECT * FROM finished_step_source;
    ALTER TABLE finished_case ENABLE TRIGGER case_changed;
    ALTER TABLE finished_step ENABLE TRIGGER step_changed;
    INSERT INTO case_month (month, ${list([...CASE_KEYS, 'n', ...CASE_SUMS])})
    SELECT date_trunc('month', day)::date, ${list(CASE_KEYS)}, count(*), ${summed(CASE_SUMS)}
    FROM finished_case GROUP BY 1, ${list(CASE_KEYS)};
    INSERT INTO step_month (month, ${list([...STEP_KEYS, 'n', ...STEP_SUMS])})
    SELECT date_trunc('month', day)::date, ${list(STEP_KEYS)}, count(*), ${summed(STEP_SUMS)}
    FROM finished_step GROUP BY 1, ${list(STEP_KEYS)};
  END $$;`;

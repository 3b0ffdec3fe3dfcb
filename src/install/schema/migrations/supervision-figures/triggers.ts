import { CASE_SUMS, STEP_KEYS, STEP_SUMS } from './roll-up.js';

const caseFunction = (create: string, columns: string) => `
  ${create} FUNCTION supervision_case() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.ended THEN
      DELETE FROM open_case WHERE number = NEW.number;
      INSERT INTO finished_case AS f SELECT s.* FROM finished_case_source s WHERE s.number = NEW.number
      ON CONFLICT (number) DO UPDATE SET ${set(FINISHED_CASE())}
        WHERE f.* IS DISTINCT FROM excluded.*;
    ELSE
      IF TG_OP = 'UPDATE' AND OLD.ended THEN
        DELETE FROM finished_case WHERE number = NEW.number;
      END IF;
      INSERT INTO open_case AS o SELECT s.* FROM open_case_source s WHERE s.number = NEW.number
      ON CONFLICT (number) DO UPDATE SET ${set(columns)}
        WHERE o.* IS DISTINCT FROM excluded.*;
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.model_hash, OLD.item_code)
         IS DISTINCT FROM (NEW.model_hash, NEW.item_code) THEN
      UPDATE finished_step SET process = NEW.model_hash, item = NEW.item_code
        WHERE case_number = NEW.number;
    END IF;
    RETURN NULL;
  END $$;`;

/** Moves and pauses are written beside the case; what is counted of them stands in the case's row. */
const historyFunction = (create: string, columns: string) => `
  ${create} FUNCTION supervision_history() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE changed text := CASE WHEN TG_OP = 'DELETE' THEN OLD.case_number ELSE NEW.case_number END;
  BEGIN
    INSERT INTO open_case AS o SELECT s.* FROM open_case_source s WHERE s.number = changed
    ON CONFLICT (number) DO UPDATE SET ${set(columns)} WHERE o.* IS DISTINCT FROM excluded.*;
    INSERT INTO finished_case AS f SELECT s.* FROM finished_case_source s
      WHERE s.number = changed
    ON CONFLICT (number) DO UPDATE SET ${set(FINISHED_CASE())} WHERE f.* IS DISTINCT FROM excluded.*;
    RETURN NULL;
  END $$;`;

/** Again, where rows of open cases have further columns. */
export const caseFunctions = (further = '') => {
  const columns = `${OPEN_CASE()} ${further}`.trim();
  const create = 'CREATE OR REPLACE';
  return caseFunction(create, columns) + historyFunction(create, columns);
};

/**
 * A case's rows are put right whenever one of its tables changes in what supervision counts. A step's
 * row is touched by its task's trigger alone: who claims a task locks the task first and then the
 * step's row, and a case that took them the other way round would wait for it in a circle.
 */
export const TRIGGERS = `
  ${caseFunction('CREATE', OPEN_CASE())}
  CREATE TRIGGER supervision_case AFTER INSERT OR UPDATE ON cases
    FOR EACH ROW EXECUTE FUNCTION supervision_case();

  CREATE FUNCTION supervision_task() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state IN ('open', 'completing') THEN
      INSERT INTO open_step AS o SELECT s.* FROM open_step_source s WHERE s.task = NEW.id
      ON CONFLICT (task) DO UPDATE SET ${set(OPEN_STEP())} WHERE o.* IS DISTINCT FROM excluded.*;
      IF TG_OP = 'UPDATE' AND OLD.state NOT IN ('open', 'completing') THEN
        DELETE FROM finished_step WHERE task = NEW.id;
      END IF;
    ELSE
      DELETE FROM open_step WHERE task = NEW.id;
      IF NEW.state = 'completed' THEN
        INSERT INTO finished_step AS f SELECT s.* FROM finished_step_source s WHERE s.task = NEW.id
        ON CONFLICT (task) DO UPDATE SET ${set(FINISHED_STEP())} WHERE f.* IS DISTINCT FROM excluded.*;
      ELSE
        DELETE FROM finished_step WHERE task = NEW.id;
      END IF;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER supervision_task AFTER INSERT OR UPDATE ON task
    FOR EACH ROW EXECUTE FUNCTION supervision_task();

  ${historyFunction('CREATE', OPEN_CASE())}
  CREATE TRIGGER supervision_move AFTER INSERT OR UPDATE ON legal_move
    FOR EACH ROW WHEN (NEW.to_state IN ('correcting', 'sent-back')) EXECUTE FUNCTION supervision_history();
  CREATE TRIGGER supervision_pause AFTER INSERT OR UPDATE OR DELETE ON case_pause
    FOR EACH ROW EXECUTE FUNCTION supervision_history();`;

function set(columns: string): string {
  return columns
    .split(' ')
    .map((column) => `${column} = excluded.${column}`)
    .join(', ');
}
function OPEN_CASE(): string {
  return (
    'department item process state submitted_at received_at accepted_at decided_at statutory_due ' +
    'promised_due acceptance_due delivery_due paused_at returned late_entry elements first_due'
  );
}
function OPEN_STEP(): string {
  return 'case_number department item process element name handler opened_at due';
}
function FINISHED_CASE(): string {
  return ['day', 'department', 'item', 'finished_at', 'state', ...CASE_SUMS].join(' ');
}
function FINISHED_STEP(): string {
  return ['case_number', 'day', ...STEP_KEYS, 'handler', ...STEP_SUMS].join(' ');
}

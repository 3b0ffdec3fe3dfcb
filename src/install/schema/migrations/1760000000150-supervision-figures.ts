import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums of the roll-up of finished cases; every one is a whole number over `finished_case`. */
const CASE_SUMS = [
  'accepted',
  'refused_acceptance',
  'granted',
  'refused',
  'deemed',
  'first_time',
  'returned',
  'extended',
  'late_entry',
  'statutory',
  'statutory_kept',
  'promised',
  'promised_kept',
  'measured',
  'statutory_days',
  'promised_days',
  'actual_days',
];
const STEP_SUMS = ['late', 'limited', 'seconds'];

const list = (columns: string[]) => columns.join(', ');
/** `int`, for sums of them are fast; only seconds need more. */
const typed = (columns: string[]) =>
  columns.map((c) => `${c} ${c === 'seconds' ? 'bigint' : 'int'} NOT NULL`).join(', ');
const signed = (columns: string[], row: string, sign: string) =>
  columns.map((c) => `${sign}${row}.${c}`).join(', ');
const summed = (columns: string[]) => columns.map((c) => `sum(${c})`).join(', ');
const added = (columns: string[], table: string) =>
  columns.map((c) => `${c} = ${table}.${c} + excluded.${c}`).join(', ');

/** The delta of a row that came, went or changed, for the roll-up beside it. */
const deltas = (name: string, keys: string[], sums: string[]) => `
  CREATE FUNCTION ${name}_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      INSERT INTO ${name}_delta (month, ${list([...keys, 'n', ...sums])})
      SELECT date_trunc('month', OLD.day)::date, ${signed(keys, 'OLD', '')}, -1,
             ${signed(sums, 'OLD', '-')};
    END IF;
    IF TG_OP <> 'DELETE' THEN
      INSERT INTO ${name}_delta (month, ${list([...keys, 'n', ...sums])})
      SELECT date_trunc('month', NEW.day)::date, ${signed(keys, 'NEW', '')}, 1,
             ${signed(sums, 'NEW', '')};
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER ${name}_changed AFTER INSERT OR UPDATE OR DELETE ON finished_${name}
    FOR EACH ROW EXECUTE FUNCTION ${name}_changed();`;

const rollUp = (name: string, keys: string[], sums: string[]) => `
  CREATE TABLE ${name}_month (
    month date NOT NULL, ${keys.map((key) => `${key} text NOT NULL`).join(', ')},
    n int NOT NULL, ${typed(sums)}, PRIMARY KEY (month, ${list(keys)}));
  CREATE TABLE ${name}_delta (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month date NOT NULL, ${keys.map((key) => `${key} text NOT NULL`).join(', ')},
    n int NOT NULL, ${typed(sums)});
  ${deltas(name, keys, sums)}`;

const fold = (name: string, keys: string[], sums: string[]) => `
  WITH taken AS (DELETE FROM ${name}_delta RETURNING *)
  INSERT INTO ${name}_month (month, ${list([...keys, 'n', ...sums])})
  SELECT month, ${list(keys)}, sum(n), ${summed(sums)} FROM taken
  GROUP BY month, ${list(keys)} ORDER BY month, ${list(keys)}
  ON CONFLICT (month, ${list(keys)}) DO UPDATE
    SET n = ${name}_month.n + excluded.n, ${added(sums, `${name}_month`)};`;

const CASE_KEYS = ['department', 'item'];
const STEP_KEYS = ['department', 'item', 'process', 'element', 'name'];

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

/**
 * Where a body stands: by line, and by the territory it is charged to. A vertical body is charged to no
 * territory; a branch to the township it serves; a development zone is a territory of its own.
 */
const UNITS = `
  CREATE TABLE unit (
    id text PRIMARY KEY, name text NOT NULL, line text, level text NOT NULL,
    vertical boolean NOT NULL, parent_id text,
    -- Where it serves, and the territory whose table it is charged to.
    seat_county text, seat_township text, county text, township text);
  CREATE INDEX unit_territory ON unit (county, township);
  CREATE INDEX unit_line ON unit (line);
  CREATE FUNCTION unit_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM unit;
    WITH place AS (
      SELECT o.*, p.kind AS above,
             coalesce(o.region, o.service_area[1]) AS place,
             CASE WHEN o.kind = 'zone' THEN o.id WHEN p.kind = 'zone' THEN p.id END AS zone,
             CASE WHEN o.kind = 'zone' THEN p.region WHEN p.kind = 'zone' THEN g.region END AS around
      FROM organisation o
      LEFT JOIN organisation p ON p.id = o.parent_id
      LEFT JOIN organisation g ON g.id = p.parent_id),
    seated AS (
      SELECT *, CASE WHEN zone IS NULL THEN left(place, 6)
                     WHEN right(around, 2) = '00' THEN zone ELSE left(around, 6) END AS seat_county,
                CASE WHEN zone IS NULL THEN CASE WHEN length(place) >= 9 THEN left(place, 9) END
                     WHEN right(around, 2) = '00' THEN NULL ELSE zone END AS seat_township
      FROM place)
    INSERT INTO unit (id, name, line, level, vertical, parent_id, seat_county, seat_township, county,
                      township)
    SELECT id, name, line, level, vertical, parent_id, seat_county, seat_township,
           CASE WHEN NOT vertical THEN seat_county END, CASE WHEN NOT vertical THEN seat_township END
    FROM seated;
    RETURN NULL;
  END $$;
  CREATE TRIGGER unit_refresh AFTER INSERT OR UPDATE OR DELETE ON organisation
    FOR EACH STATEMENT EXECUTE FUNCTION unit_refresh();
  UPDATE organisation SET id = id;`;

/** Working days by their number, so that SQL counts between two of them by a subtraction. */
const WORKING_DAYS = `
  CREATE TABLE working_day (day date PRIMARY KEY, ordinal int NOT NULL);
  CREATE FUNCTION working_day_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM working_day;
    INSERT INTO working_day (day, ordinal)
    SELECT day, sum(works) OVER (ORDER BY day)
    FROM (SELECT DISTINCT ON (year) year, days FROM calendar_year ORDER BY year, version DESC) y
    CROSS JOIN LATERAL (
      SELECT make_date(y.year, 1, 1) + (at::int - 1) AS day, works::int
      FROM string_to_table(y.days, NULL) WITH ORDINALITY AS d (works, at)) d;
    RETURN NULL;
  END $$;
  CREATE TRIGGER working_day_refresh AFTER INSERT OR UPDATE OR DELETE ON calendar_year
    FOR EACH STATEMENT EXECUTE FUNCTION working_day_refresh();
  UPDATE calendar_year SET year = year;`;

const ordinal = (day: string) => `(SELECT w.ordinal FROM working_day w WHERE w.day = ${day})`;
const local = (instant: string) => `((${instant}) AT TIME ZONE 'Asia/Shanghai')::date`;
/** From the day after the first instant to the day that ends with the second; null without a calendar. */
const workingDays = (since: string, until: string) =>
  `${ordinal(local(`${until} - interval '1 millisecond'`))} - ${ordinal(local(since))}`;
/** Null stays null, which `greatest` alone would make a zero. */
const without = (days: string, paused: string) =>
  `CASE WHEN ${days} IS NOT NULL THEN greatest(greatest(${days}, 0) - ${paused}, 0) END`;

/** A limit is null while it does not run: once decided, and while the clock is stopped. */
const OPEN = `
  CREATE VIEW open_case_source AS
  SELECT c.number, c.lead_department AS department, c.item_code AS item, c.model_hash AS process,
         c.state, c.submitted_at, c.received_at, c.accepted_at, c.decided_at,
         CASE WHEN c.decided_at IS NULL AND c.paused_at IS NULL THEN c.due_at END AS statutory_due,
         CASE WHEN c.decided_at IS NULL AND c.paused_at IS NULL THEN c.promised_due_at END
           AS promised_due,
         CASE WHEN c.accepted_at IS NULL AND c.decided_at IS NULL AND c.state NOT IN ('correcting', 'sent-back')
              THEN c.acceptance_due_at END AS acceptance_due,
         CASE WHEN c.delivered_at IS NULL THEN c.deliver_due_at END AS delivery_due,
         c.paused_at,
         (SELECT count(*)::int FROM legal_move m WHERE m.case_number = c.number
            AND NOT m.superseded AND m.to_state IN ('correcting', 'sent-back')) AS returned,
         c.origin IN ('offline', 'window') AND (c.submitted_at AT TIME ZONE 'Asia/Shanghai')::date
           > (c.received_at AT TIME ZONE 'Asia/Shanghai')::date AS late_entry,
         ARRAY(SELECT i.value ->> 'element'
               FROM jsonb_each(CASE WHEN jsonb_typeof(c.engine_state -> 'instances') = 'object'
                                    THEN c.engine_state -> 'instances' ELSE '{}' END) AS i
               WHERE i.value ->> 'element' <> '' AND NOT i.value ? 'container'
                 AND NOT i.value ? 'multi' ORDER BY 1) AS elements,
         coalesce(least(
           CASE WHEN c.decided_at IS NULL AND c.paused_at IS NULL THEN c.due_at END,
           CASE WHEN c.decided_at IS NULL AND c.paused_at IS NULL THEN c.promised_due_at END,
           CASE WHEN c.accepted_at IS NULL AND c.decided_at IS NULL AND c.state NOT IN ('correcting', 'sent-back')
                THEN c.acceptance_due_at END,
           CASE WHEN c.delivered_at IS NULL THEN c.deliver_due_at END), 'infinity') AS first_due
  FROM cases c WHERE NOT c.ended;
  CREATE TABLE open_case AS SELECT * FROM open_case_source WITH NO DATA;
  ALTER TABLE open_case ADD PRIMARY KEY (number);
  CREATE INDEX open_case_department ON open_case (department, item);
  CREATE INDEX open_case_item ON open_case (item);
  CREATE INDEX open_case_process ON open_case (process);
  CREATE INDEX open_case_first_due ON open_case (first_due, number);

  CREATE VIEW open_step_source AS
  SELECT t.id AS task, t.case_number, coalesce(t.department_id, c.lead_department) AS department,
         c.item_code AS item, c.model_hash AS process, t.element, t.name,
         t.assignee_person AS handler, t.opened_at, t.due_at AS due
  FROM task t JOIN cases c ON c.number = t.case_number
  WHERE t.state IN ('open', 'completing') AND t.role IS DISTINCT FROM 'applicant'
    AND t.origin = 'diagram';
  CREATE TABLE open_step AS SELECT * FROM open_step_source WITH NO DATA;
  ALTER TABLE open_step ADD PRIMARY KEY (task);
  CREATE INDEX open_step_case ON open_step (case_number);
  CREATE INDEX open_step_department ON open_step (department, item);
  CREATE INDEX open_step_item ON open_step (item);
  CREATE INDEX open_step_due ON open_step (coalesce(due, 'infinity'::timestamptz), task);`;

/**
 * `OFFSET 0` has what is computed beside a row computed once, not at each place it is used.
 * Days are working days from acceptance to the decision, without those the clock stood still; of what
 * was decided outside the years with a calendar they are unknown, and it is not `measured`.
 */
const FINISHED = `
  CREATE VIEW finished_case_source AS
  SELECT c.number, (c.finished_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
         c.lead_department AS department, c.item_code AS item, c.finished_at,
         c.state, (c.accepted_at IS NOT NULL)::int AS accepted,
         f.rejected::int AS refused_acceptance, f.granted::int AS granted, f.refused::int AS refused,
         c.deemed_accepted::int AS deemed,
         (c.accepted_at IS NOT NULL AND returns.n = 0)::int AS first_time, returns.n AS returned,
         (c.extension_days > 0)::int AS extended,
         coalesce(c.origin IN ('offline', 'window') AND (c.submitted_at AT TIME ZONE 'Asia/Shanghai')::date
           > (c.received_at AT TIME ZONE 'Asia/Shanghai')::date, false)::int AS late_entry,
         f.statutory::int AS statutory, (f.statutory AND f.decided <= c.due_at)::int AS statutory_kept,
         f.promised::int AS promised,
         (f.promised AND f.decided <= c.promised_due_at)::int AS promised_kept,
         d.measured::int AS measured,
         CASE WHEN d.measured THEN d.statutory ELSE 0 END AS statutory_days,
         CASE WHEN d.measured THEN d.promised ELSE 0 END AS promised_days,
         CASE WHEN d.measured THEN d.actual ELSE 0 END AS actual_days
  FROM cases c
  CROSS JOIN LATERAL (SELECT
    coalesce(c.decided_at, c.finished_at) AS decided,
    c.accepted_at IS NOT NULL AND c.due_at IS NOT NULL AS statutory,
    c.accepted_at IS NOT NULL AND c.promised_due_at IS NOT NULL AS promised,
    'rejected' IN (c.state, c.outcome) IS TRUE AS rejected,
    'granted' IN (c.state, c.outcome) IS TRUE AS granted,
    'refused' IN (c.state, c.outcome) IS TRUE AS refused OFFSET 0) f
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS n FROM legal_move m WHERE m.case_number = c.number
      AND NOT m.superseded AND m.to_state IN ('correcting', 'sent-back')) returns
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(greatest(${workingDays('p.began_at', 'coalesce(p.ended_at, f.decided)')}, 0)),
                    0)::int AS days
    FROM case_pause p WHERE p.case_number = c.number) paused
  CROSS JOIN LATERAL (
    SELECT ${workingDays('c.accepted_at', 'c.due_at')} AS statutory,
           ${workingDays('c.accepted_at', 'coalesce(c.promised_due_at, c.due_at)')} AS promised,
           ${workingDays('c.accepted_at', 'f.decided')} AS actual
    OFFSET 0) whole
  CROSS JOIN LATERAL (
    SELECT ${without('whole.statutory', 'paused.days')} AS statutory,
           ${without('whole.promised', 'paused.days')} AS promised,
           ${without('whole.actual', 'paused.days')} AS actual
    OFFSET 0) w
  CROSS JOIN LATERAL (
    SELECT w.*, coalesce(f.statutory AND w.statutory > 0 AND w.promised IS NOT NULL
                         AND w.actual IS NOT NULL, false) AS measured OFFSET 0) d
  WHERE c.ended AND c.finished_at IS NOT NULL;
  CREATE TABLE finished_case AS SELECT * FROM finished_case_source WITH NO DATA;
  ALTER TABLE finished_case ADD PRIMARY KEY (number);
  CREATE INDEX finished_case_day ON finished_case (day, department);
  CREATE INDEX finished_case_department ON finished_case (department, finished_at, number);
  CREATE INDEX finished_case_refused_acceptance ON finished_case (day)
    INCLUDE (department, item) WHERE refused_acceptance = 1;
  CREATE INDEX finished_case_late_entry ON finished_case (day)
    INCLUDE (department, item) WHERE late_entry = 1;

  CREATE VIEW finished_step_source AS
  SELECT t.id AS task, t.case_number, (t.completed_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
         coalesce(t.department_id, c.lead_department) AS department, c.item_code AS item,
         c.model_hash AS process, t.element, t.name,
         t.assignee_person AS handler,
         coalesce(t.completed_at > t.due_at, false)::int AS late,
         (t.due_at IS NOT NULL)::int AS limited,
         greatest(extract(epoch FROM t.completed_at - t.opened_at), 0)::bigint AS seconds
  FROM task t JOIN cases c ON c.number = t.case_number
  WHERE t.state = 'completed' AND t.role IS DISTINCT FROM 'applicant' AND t.origin = 'diagram'
    AND t.completed_at IS NOT NULL;
  CREATE TABLE finished_step AS SELECT * FROM finished_step_source WITH NO DATA;
  ALTER TABLE finished_step ADD PRIMARY KEY (task);
  CREATE INDEX finished_step_day ON finished_step (day, department);
  CREATE INDEX finished_step_process ON finished_step (process, day)
    INCLUDE (element, seconds, late);
  CREATE INDEX finished_step_case ON finished_step (case_number);
  ${rollUp('case', CASE_KEYS, CASE_SUMS)}
  ${rollUp('step', STEP_KEYS, STEP_SUMS)}
  CREATE FUNCTION supervision_fold() RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    ${fold('case', CASE_KEYS, CASE_SUMS)}
    ${fold('step', STEP_KEYS, STEP_SUMS)}
  END $$;`;

/**
 * A case's rows are put right whenever one of its tables changes in what supervision counts. A step's
 * row is touched by its task's trigger alone: who claims a task locks the task first and then the
 * step's row, and a case that took them the other way round would wait for it in a circle.
 */
const TRIGGERS = `
  CREATE FUNCTION supervision_case() RETURNS trigger LANGUAGE plpgsql AS $$
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
      ON CONFLICT (number) DO UPDATE SET ${set(OPEN_CASE())}
        WHERE o.* IS DISTINCT FROM excluded.*;
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.model_hash, OLD.item_code)
         IS DISTINCT FROM (NEW.model_hash, NEW.item_code) THEN
      UPDATE finished_step SET process = NEW.model_hash, item = NEW.item_code
        WHERE case_number = NEW.number;
    END IF;
    RETURN NULL;
  END $$;
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

  -- Moves and pauses are written beside the case; what is counted of them stands in the case's row.
  CREATE FUNCTION supervision_history() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE changed text := CASE WHEN TG_OP = 'DELETE' THEN OLD.case_number ELSE NEW.case_number END;
  BEGIN
    INSERT INTO open_case AS o SELECT s.* FROM open_case_source s WHERE s.number = changed
    ON CONFLICT (number) DO UPDATE SET ${set(OPEN_CASE())} WHERE o.* IS DISTINCT FROM excluded.*;
    INSERT INTO finished_case AS f SELECT s.* FROM finished_case_source s
      WHERE s.number = changed
    ON CONFLICT (number) DO UPDATE SET ${set(FINISHED_CASE())} WHERE f.* IS DISTINCT FROM excluded.*;
    RETURN NULL;
  END $$;
  CREATE TRIGGER supervision_move AFTER INSERT OR UPDATE ON legal_move
    FOR EACH ROW WHEN (NEW.to_state IN ('correcting', 'sent-back')) EXECUTE FUNCTION supervision_history();
  CREATE TRIGGER supervision_pause AFTER INSERT OR UPDATE OR DELETE ON case_pause
    FOR EACH ROW EXECUTE FUNCTION supervision_history();`;

/** Everything anew from the cases' own tables. */
const REBUILD = `
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

import { CASE_KEYS, CASE_SUMS, fold, rollUp, STEP_KEYS, STEP_SUMS } from './roll-up.js';
import { without, workingDays } from './working-days.js';

/**
 * `OFFSET 0` has what is computed beside a row computed once, not at each place it is used.
 * Days are working days from acceptance to the decision, without those the clock stood still; of what
 * was decided outside the years with a calendar they are unknown, and it is not `measured`.
 * What the level above decided is counted there alone (行政许可法 43).
 */
export const FINISHED_CASES = `
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
  CROSS JOIN LATERAL (SELECT EXISTS (
    SELECT 1 FROM cases k WHERE k.parent_number = c.number AND k.parent_occurrence = 'above') AS sent
    OFFSET 0) up
  CROSS JOIN LATERAL (SELECT
    coalesce(c.decided_at, c.finished_at) AS decided,
    c.accepted_at IS NOT NULL AND c.due_at IS NOT NULL AS statutory,
    c.accepted_at IS NOT NULL AND c.promised_due_at IS NOT NULL AS promised,
    'rejected' IN (c.state, c.outcome) IS TRUE AND NOT up.sent AS rejected,
    'granted' IN (c.state, c.outcome) IS TRUE AND NOT up.sent AS granted,
    'refused' IN (c.state, c.outcome) IS TRUE AND NOT up.sent AS refused OFFSET 0) f
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
  WHERE c.ended AND c.finished_at IS NOT NULL`;

export const FINISHED_STEPS = `
  SELECT t.id AS task, t.case_number, (t.completed_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
         coalesce(t.department_id, c.lead_department) AS department, c.item_code AS item,
         c.model_hash AS process, t.element, t.name,
         t.assignee_person AS handler,
         coalesce(t.completed_at > t.due_at, false)::int AS late,
         (t.due_at IS NOT NULL)::int AS limited,
         greatest(extract(epoch FROM t.completed_at - t.opened_at), 0)::bigint AS seconds
  FROM task t JOIN cases c ON c.number = t.case_number
  WHERE t.state = 'completed' AND t.role IS DISTINCT FROM 'applicant' AND t.origin = 'diagram'
    AND t.completed_at IS NOT NULL`;

export const FINISHED = `
  CREATE VIEW finished_case_source AS ${FINISHED_CASES};
  CREATE TABLE finished_case AS SELECT * FROM finished_case_source WITH NO DATA;
  ALTER TABLE finished_case ADD PRIMARY KEY (number);
  CREATE INDEX finished_case_day ON finished_case (day, department);
  CREATE INDEX finished_case_department ON finished_case (department, finished_at, number);
  CREATE INDEX finished_case_refused_acceptance ON finished_case (day)
    INCLUDE (department, item) WHERE refused_acceptance = 1;
  CREATE INDEX finished_case_late_entry ON finished_case (day)
    INCLUDE (department, item) WHERE late_entry = 1;

  CREATE VIEW finished_step_source AS ${FINISHED_STEPS};
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

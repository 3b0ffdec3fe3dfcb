/** A limit is null while it does not run: once decided, and while the clock is stopped. */
export const OPEN_CASES = `
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
  FROM cases c WHERE NOT c.ended`;

export const OPEN_STEPS = `
  SELECT t.id AS task, t.case_number, coalesce(t.department_id, c.lead_department) AS department,
         c.item_code AS item, c.model_hash AS process, t.element, t.name,
         t.assignee_person AS handler, t.opened_at, t.due_at AS due
  FROM task t JOIN cases c ON c.number = t.case_number
  WHERE t.state IN ('open', 'completing') AND t.role IS DISTINCT FROM 'applicant'
    AND t.origin = 'diagram'`;

export const OPEN = `
  CREATE VIEW open_case_source AS ${OPEN_CASES};
  CREATE TABLE open_case AS SELECT * FROM open_case_source WITH NO DATA;
  ALTER TABLE open_case ADD PRIMARY KEY (number);
  CREATE INDEX open_case_department ON open_case (department, item);
  CREATE INDEX open_case_item ON open_case (item);
  CREATE INDEX open_case_process ON open_case (process);
  CREATE INDEX open_case_first_due ON open_case (first_due, number);

  CREATE VIEW open_step_source AS ${OPEN_STEPS};
  CREATE TABLE open_step AS SELECT * FROM open_step_source WITH NO DATA;
  ALTER TABLE open_step ADD PRIMARY KEY (task);
  CREATE INDEX open_step_case ON open_step (case_number);
  CREATE INDEX open_step_department ON open_step (department, item);
  CREATE INDEX open_step_item ON open_step (item);
  CREATE INDEX open_step_due ON open_step (coalesce(due, 'infinity'::timestamptz), task);`;

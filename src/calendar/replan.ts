/**
 * The due dates of every open case by the calendar as it is now published, in one statement: the n-th
 * working day is looked up by its number, pauses are taken out by theirs. It gives what the pure clock
 * of `workflows/law` gives for each case (a test holds them to each other).
 *
 * With b = the number of the day of acceptance + limit + extension, and a pause from day p to day q:
 * the pause counts when p, less what earlier pauses took, is before b; then b moves by q − p.
 */
import type { EntityManager } from 'typeorm';
import { atLeisure } from '../platform/database/at-leisure.js';

/** With the agency, which has yet to accept, refuse or ask for corrections (行政许可法 32). */
const RECEIVED = ['submitted', 'pre-reviewed', 'collected'];

export interface Replanned {
  /** Open cases whose due dates were looked up. */
  cases: number;
  earlier: number;
  later: number;
  /** 待日历 before, known now. */
  becameKnown: number;
  /** Still 待日历. */
  pending: number;
  milliseconds: number;
}

/** The end (24:00, Asia/Shanghai) of a date. */
const endOf = (date: string) => `((${date} + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;
const dateOf = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;
/** The days of a limit in working days; null for natural days, which no calendar moves. */
const workingDays = (limit: string) => `substring(${limit} FROM '^(\\d+)wd$')::int`;

/** 行政许可法 50(2): a renewal is decided before the licence's validity ends. */
const withinValidity = (end: string) =>
  `CASE WHEN ${end} IS NOT NULL THEN least(${end}, c.validity) END`;

const REPLAN = `
  WITH item_limit AS MATERIALIZED (
    SELECT code, version,
           (data #>> '{limits,statutory,days}') || (data #>> '{limits,statutory,unit}') AS statutory,
           (data #>> '{limits,promised,days}') || (data #>> '{limits,promised,unit}') AS promised,
           data ->> 'forwardsTo' IS NOT NULL AS sends_up
      FROM item),
  newest AS (
    SELECT DISTINCT ON (year) year, version FROM calendar_year ORDER BY year, version DESC),
  version_from AS MATERIALIZED (
    SELECT y.year, string_agg(n.year || '.' || n.version, ',' ORDER BY n.year) AS version
      FROM (SELECT generate_series(min(year) - 50, max(year)) AS year FROM newest) y
      JOIN newest n ON n.year >= y.year GROUP BY y.year),
  told AS (
    SELECT c.number, c.due_at, c.promised_due_at, c.acceptance_due_at, c.deliver_due_at,
           c.calendar_pending, c.accepted_at, c.extension_days,
           -- What was undecided when it ended, with corrections owed, is past it.
           CASE WHEN coalesce(c.decided_at, now()) <= c.licence_ends_at
                THEN c.licence_ends_at END AS validity,
           coalesce(nullif(split_part(c.calendar_version, '.', 1), '')::int,
                    extract(year FROM c.submitted_at)::int) AS first_year,
           c.accepted_at IS NOT NULL AND c.paused_at IS NULL AS runs,
           ${workingDays(`coalesce(l.statutory, c.clock_rules ->> 'statutory')`)} AS statutory,
           ${workingDays('l.promised')} AS promised,
           -- Also those that wait for a calendar: they have no day yet.
           c.hearing_due_at IS NOT NULL OR c.review_due_at IS NOT NULL OR c.accepted_at IS NOT NULL
             AND (l.sends_up AND c.decided_at IS NULL OR coalesce(hearing.told, false)) AS plans,
           -- Natural days extended by working days: the case counts them itself.
           c.extension_days > 0
             AND concat(l.statutory, c.clock_rules ->> 'statutory', l.promised) ~ '\\dd' AS mixed,
           CASE WHEN c.state = ANY ($2)
                THEN ${workingDays(`c.clock_rules #>> '{acceptance,within}'`)} END AS examine,
           CASE WHEN c.decided_at IS NOT NULL AND (
                  c.accepted_at IS NOT NULL OR jsonb_typeof(c.clock_rules -> 'acceptance') = 'null')
                THEN ${workingDays(`c.clock_rules ->> 'delivery'`)} END AS deliver,
           ${dateOf('c.accepted_at')} AS accepted_on,
           ${dateOf('c.decided_at')} AS decided_on,
           ${dateOf(`coalesce(supplement.at, c.received_at)`)} AS examined_from
      FROM cases c
      JOIN item_limit l ON l.code = c.item_code AND l.version = c.item_version
      LEFT JOIN LATERAL (
        SELECT max(m.at) AS at FROM legal_move m
         WHERE c.state = ANY ($2) AND m.case_number = c.number AND m.act = 'supplement'
           AND NOT m.superseded) supplement ON true
      LEFT JOIN LATERAL (
        SELECT true AS told FROM legal_move m
         WHERE m.case_number = c.number AND m.act = 'ask-hearing' AND NOT m.superseded LIMIT 1) hearing ON true
     -- 转报: the level above decides by its own case's limits.
     WHERE NOT c.ended AND c.state <> 'forwarded'),
  counted AS (
    SELECT told.*, accepted.ordinal + statutory + extension_days AS statutory_base,
           accepted.ordinal + promised + extension_days AS promised_base
      FROM told LEFT JOIN calendar_day accepted ON accepted.date = accepted_on),
  stop AS (
    SELECT p.case_number, f.ordinal - coalesce(sum(t.ordinal - f.ordinal) OVER (
             PARTITION BY p.case_number ORDER BY p.began_at
             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS since,
           t.ordinal - f.ordinal AS length
      FROM case_pause p
      LEFT JOIN calendar_day f ON f.date = ${dateOf('p.began_at')}
      LEFT JOIN calendar_day t ON t.date = ${dateOf('p.ended_at')}
     WHERE p.ended_at IS NOT NULL),
  stopped AS (
    SELECT number, sum(length) FILTER (WHERE since < statutory_base) AS statutory,
           sum(length) FILTER (WHERE since < promised_base) AS promised,
           -- It ends in a year without data; one that begins after the due day does not matter.
           bool_or(length IS NULL AND since < statutory_base) AS statutory_unknown,
           bool_or(length IS NULL AND since < promised_base) AS promised_unknown
      FROM counted JOIN stop ON case_number = number GROUP BY number),
  planned AS (
    SELECT c.number, c.due_at AS old_due, c.promised_due_at AS old_promised,
           c.acceptance_due_at AS old_acceptance, c.deliver_due_at AS old_deliver,
           c.calendar_pending AS was_pending, c.mixed, c.plans,
           coalesce(v.version, '') AS version,
           CASE WHEN c.mixed OR c.statutory IS NULL OR NOT c.runs THEN c.due_at
                WHEN c.statutory + c.extension_days = 0 THEN ${withinValidity(endOf('c.accepted_on'))}
                WHEN s.statutory_unknown THEN NULL ELSE ${withinValidity(endOf('ds.date'))} END AS due,
           CASE WHEN c.mixed OR c.promised IS NULL OR NOT c.runs THEN c.promised_due_at
                WHEN c.promised + c.extension_days = 0 THEN ${withinValidity(endOf('c.accepted_on'))}
                WHEN s.promised_unknown THEN NULL ELSE ${withinValidity(endOf('dp.date'))}
                END AS promised,
           CASE WHEN c.examine IS NULL OR c.examined_from IS NULL THEN c.acceptance_due_at
                WHEN c.examine = 0 THEN ${endOf('c.examined_from')}
                ELSE ${endOf('de.date')} END AS acceptance,
           CASE WHEN c.deliver IS NULL THEN c.deliver_due_at
                WHEN c.deliver = 0 THEN ${endOf('c.decided_on')}
                ELSE ${endOf('dd.date')} END AS deliver,
           NOT c.mixed AND c.runs AND (
             c.statutory + c.extension_days > 0 AND (ds.date IS NULL OR coalesce(s.statutory_unknown, false))
             OR c.promised + c.extension_days > 0
                AND (dp.date IS NULL OR coalesce(s.promised_unknown, false)))
             AS runs_out,
           c.examine > 0 AND c.examined_from IS NOT NULL AND de.date IS NULL AS examined_out,
           c.deliver > 0 AND dd.date IS NULL AS delivered_out
      FROM counted c
      LEFT JOIN stopped s ON s.number = c.number
      LEFT JOIN version_from v ON v.year = c.first_year
      LEFT JOIN calendar_day ds
        ON ds.works AND ds.ordinal = c.statutory_base + coalesce(s.statutory, 0)
      LEFT JOIN calendar_day dp
        ON dp.works AND dp.ordinal = c.promised_base + coalesce(s.promised, 0)
      LEFT JOIN calendar_day ef ON ef.date = c.examined_from
      LEFT JOIN calendar_day de ON de.works AND de.ordinal = ef.ordinal + c.examine
      LEFT JOIN calendar_day df ON df.date = c.decided_on
      LEFT JOIN calendar_day dd ON dd.works AND dd.ordinal = df.ordinal + c.deliver),
  -- Timers the diagram draws in working days, and those that wait for a year's calendar.
  drawn AS (
    SELECT c.number
      FROM cases c
      CROSS JOIN LATERAL jsonb_to_recordset(c.working_day_timers) AS t(due float8, "from" float8, days int)
      JOIN calendar_day f ON f.date = ${dateOf(`to_timestamp(t."from" / 1000)`)}
      JOIN calendar_day d ON d.works AND d.ordinal = f.ordinal + t.days
     WHERE NOT c.ended AND c.working_day_timers IS NOT NULL AND t.days > 0
       AND ${endOf('d.date')} < to_timestamp(t.due / 1000)
    UNION
    SELECT i.case_number FROM incident i
     WHERE i.state = 'open' AND i.code = 'calendar-missing'),
  updated AS (
    UPDATE cases SET due_at = p.due, promised_due_at = p.promised,
           acceptance_due_at = p.acceptance, deliver_due_at = p.deliver,
           calendar_version = p.version,
           calendar_pending = CASE WHEN p.mixed THEN cases.calendar_pending ELSE
             coalesce(p.runs_out, false) OR coalesce(p.examined_out, false)
             OR coalesce(p.delivered_out, false) END
      FROM planned p LEFT JOIN drawn ON drawn.number = p.number WHERE p.number = cases.number
    RETURNING p.number, p.old_due, p.due, p.mixed, p.was_pending, calendar_pending,
      -- Hearing and preliminary review are counted by the case itself.
      drawn.number IS NOT NULL OR p.plans AS draws,
      -- Known now, or earlier: the timer the case has would come too late, or it has none.
      coalesce(p.due < p.old_due OR p.promised < p.old_promised
        OR p.acceptance < p.old_acceptance OR p.deliver < p.old_deliver, false)
      OR p.old_due IS NULL AND p.due IS NOT NULL
      OR p.old_promised IS NULL AND p.promised IS NOT NULL
      OR p.old_acceptance IS NULL AND p.acceptance IS NOT NULL
      OR p.old_deliver IS NULL AND p.deliver IS NOT NULL AS sooner,
      coalesce(p.due > p.old_due OR p.promised > p.old_promised
        OR p.acceptance > p.old_acceptance OR p.deliver > p.old_deliver, false)
      OR p.old_due IS NOT NULL AND p.due IS NULL AS later),
  noted AS (
    INSERT INTO case_replanning (replanning_id, case_number, old_due_at, new_due_at, tell)
    SELECT $1, number, old_due, due, sooner OR mixed OR draws FROM updated
     WHERE sooner OR later OR mixed OR draws
    RETURNING tell)
  SELECT count(*)::int AS cases,
         count(*) FILTER (WHERE sooner AND NOT was_pending)::int AS earlier,
         count(*) FILTER (WHERE later AND NOT sooner)::int AS later,
         count(*) FILTER (WHERE was_pending AND NOT calendar_pending)::int AS "becameKnown",
         count(*) FILTER (WHERE calendar_pending)::int AS pending,
         (SELECT count(*) FROM noted)::int AS noted
    FROM updated`;

/** Steps' own limits in working days, of the tasks that are open. */
const REPLAN_TASKS = `
  UPDATE task SET due_at = ${endOf('d.date')}
    FROM task t
    JOIN calendar_day o ON o.date = ${dateOf('coalesce(t.limit_from, t.opened_at)')}
    LEFT JOIN calendar_day d ON d.works AND d.ordinal = o.ordinal + ${workingDays('t.time_limit')}
   WHERE task.id = t.id AND t.state IN ('open', 'completing') AND t.time_limit ~ '^[1-9]\\d*wd$'
     AND t.due_at IS DISTINCT FROM ${endOf('d.date')}
     -- What a pause held up is counted by the case itself.
     AND NOT EXISTS (SELECT 1 FROM case_pause p WHERE p.case_number = t.case_number
                        AND (p.ended_at IS NULL OR p.ended_at > t.opened_at))`;

/**
 * Counts every open case's due dates anew and notes which moved.
 * @param replanning row of `calendar_replanning` the moves are noted under
 */
export async function replanOpenCases(
  manager: EntityManager,
  replanning: string,
): Promise<Replanned> {
  const began = performance.now();
  await manager.query(`SET LOCAL work_mem = '128MB'`);
  const [counts] = await atLeisure<(Omit<Replanned, 'milliseconds'> & { noted: number })[]>(
    manager,
    REPLAN,
    [replanning, RECEIVED],
  );
  await atLeisure(manager, REPLAN_TASKS);
  const { cases, earlier, later, becameKnown, pending } = counts!;
  const milliseconds = Math.round(performance.now() - began);
  return { cases, earlier, later, becameKnown, pending, milliseconds };
}

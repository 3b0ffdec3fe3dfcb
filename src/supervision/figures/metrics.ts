/**
 * What a cell of the board counts. Limits are instants and are compared with now, so nothing is
 * stale; a limit that does not run (decided, clock stopped) is null in `open_case` and never over.
 */

/** The row a figure is counted from: `open_case c`, `open_step s`, a recent `finished_case`. */
export type Grain = 'case' | 'step' | 'finished';

interface Metric {
  grain: Grain;
  /** Condition on the row; empty = every row. */
  sql: (at: Thresholds) => string;
}

/** Texts that stand for the values in the statement. */
export interface Thresholds {
  now: string;
  /** End of the n-th working day from now. */
  soon: string;
  /** A case stopped before it is stopped too long. */
  pausedSince: string;
  /** Returned so often is too often. */
  returns: string;
}

const soon = (column: string) => (at: Thresholds) =>
  `${column} >= ${at.now} AND ${column} < ${at.soon}`;
const over = (column: string) => (at: Thresholds) => `${column} < ${at.now}`;

export const METRICS = {
  open: { grain: 'case', sql: () => '' },
  dueSoon: { grain: 'case', sql: soon('c.first_due') },
  overdue: { grain: 'case', sql: over('c.first_due') },
  statutoryOverdue: { grain: 'case', sql: over('c.statutory_due') },
  promisedOverdue: { grain: 'case', sql: over('c.promised_due') },
  acceptanceOverdue: { grain: 'case', sql: over('c.acceptance_due') },
  deliveryOverdue: { grain: 'case', sql: over('c.delivery_due') },
  hearingOverdue: { grain: 'case', sql: over('c.hearing_due') },
  reviewOverdue: { grain: 'case', sql: over('c.review_due') },
  paused: { grain: 'case', sql: () => 'c.paused_at IS NOT NULL' },
  pausedLong: { grain: 'case', sql: (at) => `c.paused_at < ${at.pausedSince}` },
  returnedOften: { grain: 'case', sql: (at) => `c.returned >= ${at.returns}` },
  incidents: {
    grain: 'case',
    sql: () => `c.number IN (SELECT n.case_number FROM incident n WHERE n.state = 'open')`,
  },
  lateEntry: { grain: 'case', sql: () => 'c.late_entry' },
  steps: { grain: 'step', sql: () => '' },
  stepsDueSoon: { grain: 'step', sql: soon('s.due') },
  stepsOverdue: { grain: 'step', sql: over('s.due') },
  refusedAcceptance: { grain: 'finished', sql: () => 'f.refused_acceptance = 1' },
  lateEntryFinished: { grain: 'finished', sql: () => 'f.late_entry = 1' },
} satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS) as MetricName[];

/** Days back from today in which refusals of acceptance and late entries of finished cases count. */
export const RECENT_DAYS = 30;
export const RECENT = `f.day > (now() AT TIME ZONE 'Asia/Shanghai')::date - ${RECENT_DAYS}`;

/** `count(*) FILTER (…) AS "open", …` of one grain. */
export function counts(grain: Grain, at: Thresholds, what = '*'): string {
  return METRIC_NAMES.filter((name) => METRICS[name].grain === grain)
    .map((name) => {
      const condition = METRICS[name].sql(at);
      return `count(${what})${condition && ` FILTER (WHERE ${condition})`}::int AS "${name}"`;
    })
    .join(', ');
}

/** The condition of one figure, for its list of cases. */
export const conditionOf = (name: MetricName, at: Thresholds): string => METRICS[name].sql(at);

export interface Moments {
  soonDays: number;
  pausedDays: number;
  returns: number;
}

/** SQL of the instant at which the n-th working day ends; natural days where there is no calendar. */
const workingDayEnd = (days: string) => `coalesce((
  SELECT (min(e.day) + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' FROM working_day e
  WHERE e.ordinal = (SELECT t.ordinal FROM working_day t
    WHERE t.day = (now() AT TIME ZONE 'Asia/Shanghai')::date) + ${days}::int),
  now() + make_interval(days => ${days}::int))`;

/** A CTE `at` with the instants, and the texts that name them. */
export function thresholds(
  moments: Moments,
  place: (value: unknown) => string,
): { cte: string; texts: Thresholds } {
  const cte = `at AS MATERIALIZED (SELECT now() AS now, ${workingDayEnd(place(moments.soonDays))} AS soon,
    now() - make_interval(days => ${place(moments.pausedDays)}::int) AS paused_since,
    ${place(moments.returns)}::int AS returns)`;
  const texts = {
    now: 'now()',
    soon: '(SELECT soon FROM at)',
    pausedSince: '(SELECT paused_since FROM at)',
    returns: '(SELECT returns FROM at)',
  };
  return { cte, texts };
}

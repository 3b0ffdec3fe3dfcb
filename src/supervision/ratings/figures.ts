/** 好差评 counted: how many of which level by department, item and window, and what came of the bad ones. */
import type { DataSource } from 'typeorm';
import { BAD_LEVELS, LEVELS, type RatingLevel, STAGE_NAMES } from '../../handling/index.js';
import { type Scope, Values } from '../../people/index.js';
import { type Filter, rowConditions, where } from '../figures/filter.js';
import { nameRows } from '../figures/names.js';
import { type Period, requirePeriod } from '../figures/period.js';

export const RATING_GROUPS = ['department', 'item', 'window'] as const;
export type RatingGroup = (typeof RATING_GROUPS)[number];

export interface RatingAsk {
  scope: Scope;
  filter: Filter;
  group: RatingGroup;
  period: Period;
}

type Sums = Record<RatingLevel | 'count' | 'bad' | 'answered' | 'late' | 'discontent', number>;

export interface RatedRow {
  /** Of a window: empty where none served. */
  key: string;
  name: string;
  count: number;
  /** How many of each level. */
  levels: Record<RatingLevel, number>;
  bad: number;
  /** Between 0 and 1; null = nobody rated. */
  badShare: number | null;
  /** Of the bad ones: answered; a limit of theirs passed; the applicant not content when called back. */
  answered: number;
  late: number;
  discontent: number;
}

const KEYS: Record<RatingGroup, string> = {
  department: 'r.department',
  item: 'r.item',
  window: `coalesce(r.window_id, '')`,
};

/** SQL: the days of a period, in Shanghai. */
export function ratedWithin({ from, to }: Period, { place }: Values): string[] {
  return [
    `r.rated_at >= ${place(from)}::date::timestamp AT TIME ZONE 'Asia/Shanghai'`,
    `r.rated_at < (${place(to)}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`,
  ];
}

/** One statement. */
function ratingStatement({ scope, filter, group, period }: RatingAsk) {
  const values = new Values();
  const { place } = values;
  const bad = `r.level = ANY (${place(BAD_LEVELS)})`;
  const levels = LEVELS.map(
    (level) => `count(*) FILTER (WHERE r.level = '${level}')::int AS "${level}"`,
  );
  const conditions = [
    'r.counted',
    ...ratedWithin(period, values),
    ...rowConditions(scope, filter, values, 'r'),
  ];
  const text = `SELECT ${KEYS[group]} AS key, count(*)::int AS count, ${levels.join(', ')},
      count(*) FILTER (WHERE ${bad})::int AS bad,
      count(*) FILTER (WHERE h.answered)::int AS answered, count(*) FILTER (WHERE h.late)::int AS late,
      count(*) FILTER (WHERE h.discontent)::int AS discontent
    FROM rating r
    LEFT JOIN LATERAL (
      SELECT bool_or(t.purpose = 'rating-answer' AND t.state = 'completed') AS answered,
             bool_or(t.due_at < coalesce(t.completed_at, now())) AS late,
             bool_or(t.outcome = 'discontent' AND t.state = 'completed') AS discontent
        FROM task t WHERE t.case_number = r.case_number AND t.state <> 'cancelled'
         AND t.purpose = ANY (${place(STAGE_NAMES)})) h ON ${bad}
    ${where(conditions)} GROUP BY 1 ORDER BY 1`;
  return { text, values: values.list };
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const ZERO: Sums = {
  ...{ 'very-satisfied': 0, satisfied: 0, 'basically-satisfied': 0 },
  ...{ dissatisfied: 0, 'very-dissatisfied': 0 },
  ...{ count: 0, bad: 0, answered: 0, late: 0, discontent: 0 },
};

function rated(key: string, sums: Sums): RatedRow {
  const { count, bad, answered, late, discontent, ...levels } = sums;
  return {
    ...{ key, name: '', count, levels },
    ...{ bad, badShare: share(bad, count), answered, late, discontent },
  };
}

/** The total of several groups. */
export function totalOf(rows: readonly Sums[]): RatedRow {
  const total = { ...ZERO };
  for (const row of rows)
    for (const name of Object.keys(ZERO) as (keyof Sums)[]) total[name] += row[name];
  return rated('', total);
}

/** Those with the largest share of bad ratings first. @throws DomainError `bad-period` */
export async function readRatingFigures(
  dataSource: DataSource,
  ask: RatingAsk,
): Promise<{ rows: RatedRow[]; total: RatedRow }> {
  requirePeriod(ask.period);
  const { text, values } = ratingStatement(ask);
  const found = await dataSource.query<({ key: string } & Sums)[]>(text, values);
  const rows = found.map(({ key, ...sums }) => rated(key, sums));
  const names = ask.group === 'window' ? 'department' : ask.group;
  await nameRows(dataSource, names, new Map(rows.map((row) => [row.key, row])));
  rows.sort(
    (a, b) =>
      (b.badShare ?? 0) - (a.badShare ?? 0) || b.count - a.count || a.key.localeCompare(b.key),
  );
  return { rows, total: totalOf(found) };
}

/** What was finished in a period: volume, punctuality, days against limits, first-time acceptance. */
import type { DataSource } from 'typeorm';
import { Values, type Scope } from '../../people/index.js';
import { narrowsUnits, OWN, unitConditions, VERTICAL, where, type Filter } from './filter.js';
import { nameRows } from './names.js';
import { splitPeriod, type Period } from './period.js';

export const STATISTIC_GROUPS = [
  'county',
  'township',
  'line',
  'level',
  'department',
  'item',
  'type',
  'month',
  'step',
  'handler',
] as const;
export type StatisticGroup = (typeof STATISTIC_GROUPS)[number];

/** Summed over the finished cases; the rates are quotients of these. */
export const CASE_SUMS = [
  'accepted',
  'refused_acceptance',
  'granted',
  'refused',
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
] as const;
const STEP_SUMS = ['limited', 'late', 'seconds'] as const;

export type Sums = Record<string, number> & { n: number };
export interface SummedRow {
  key: string;
  name: string;
  sums: Sums;
}

const KEYS: Record<StatisticGroup, (by: Filter['by']) => string> = {
  county: (by) =>
    by === 'line' ? `coalesce(u.seat_county, '')` : `coalesce(u.county, '${VERTICAL}')`,
  township: (by) => `coalesce(${by === 'line' ? 'u.seat_township' : 'u.township'}, '${OWN}')`,
  line: () => `coalesce(u.line, '')`,
  level: () => 'u.level',
  department: () => 'x.department',
  item: () => 'x.item',
  type: () => `coalesce((SELECT i.type FROM item i WHERE i.code = x.item LIMIT 1), '')`,
  month: () => 'x.month',
  step: () => 'x.step',
  handler: () => 'x.handler',
};
const BY_UNIT = new Set<StatisticGroup>(['county', 'township', 'line', 'level']);

export interface StatisticAsk {
  scope: Scope;
  filter: Filter;
  group: StatisticGroup;
  period: Period;
}

const isOfSteps = (group: StatisticGroup) => group === 'step' || group === 'handler';
/** Whole numbers far below 2^53: as floats they sum exactly, and without the cost of `numeric`. */
const fast = (sum: string) => (sum === 'seconds' ? 'sum(seconds::float8)' : `sum(${sum})`);
const iso = (month: string) => `to_char(${month}, 'YYYY-MM')`;

/** By which columns the tables are summed first; a body finds its group afterwards. */
function columnsOf(group: StatisticGroup): { rollUp: string; row: string; name: string } {
  const same = (column: string, name = column) => ({ rollUp: column, row: column, name });
  if (group === 'month')
    return { rollUp: `${iso('month')} AS month`, row: `${iso('day')} AS month`, name: 'month' };
  if (group === 'step') return same('name AS step', 'step');
  if (group === 'handler') return same(`coalesce(handler, '') AS handler`, 'handler');
  return same(group === 'item' || group === 'type' ? 'item' : 'department');
}

/** One statement; also what the bench measures. */
export function statisticStatement(ask: StatisticAsk): { text: string; values: unknown[] } {
  const { scope, filter, group, period } = ask;
  const values = new Values();
  const { place } = values;
  const table = isOfSteps(group) ? 'step' : 'case';
  const sums = isOfSteps(group) ? STEP_SUMS : CASE_SUMS;
  const { rollUp, row, name } = columnsOf(group);
  // The roll-up knows no handlers: those are summed from the steps themselves.
  const { months, days } =
    group === 'handler' ? { months: null, days: [dayRange(period)] } : splitPeriod(period);
  const narrow = narrowsUnits(scope, filter)
    ? [
        `department = ANY (ARRAY(SELECT u.id FROM unit u ${where(unitConditions(scope, filter, values))}))`,
      ]
    : [];
  if (filter.item) narrow.push(`item = ${place(filter.item)}`);
  if (filter.type)
    narrow.push(`item IN (SELECT i.code FROM item i WHERE i.type = ${place(filter.type)})`);
  const parts: string[] = [];
  if (months) {
    const [from, until] = months.map((month) => place(month));
    const inside = where([`month >= ${from}::date`, `month < ${until}::date`, ...narrow]);
    const columns = `${rollUp}, n, ${sums.join(', ')}`;
    parts.push(`SELECT ${columns} FROM ${table}_month ${inside}`);
    parts.push(`SELECT ${columns} FROM ${table}_delta ${inside}`);
  }
  for (const range of days) {
    const [from, until] = range.map((day) => place(day));
    const inside = where([`day >= ${from}::date`, `day < ${until}::date`, ...narrow]);
    parts.push(`SELECT ${row}, 1 AS n, ${sums.join(', ')} FROM finished_${table} ${inside}`);
  }
  const summed = ['n', ...sums].map((sum) => `${fast(sum)}::float8 AS ${sum}`).join(', ');
  const total = ['n', ...sums].map((sum) => `sum(x.${sum}) AS ${sum}`).join(', ');
  const join = BY_UNIT.has(group) ? 'JOIN unit u ON u.id = x.department' : '';
  const text = `SELECT ${KEYS[group](filter.by)} AS key, ${total}
    FROM (SELECT ${name}, ${summed} FROM (${parts.join(' UNION ALL ')}) r GROUP BY ${name}) x ${join}
    GROUP BY 1 HAVING sum(x.n) > 0 ORDER BY 1`;
  return { text, values: values.list };
}

function dayRange(period: Period): [string, string] {
  const { months, days } = splitPeriod(period);
  const first = [...(months ? [months[0]] : []), ...days.map(([from]) => from)].sort()[0]!;
  const last = [...(months ? [months[1]] : []), ...days.map(([, until]) => until)].sort().at(-1)!;
  return [first, last];
}

/** Every group with its sums, most first. @throws DomainError `bad-period` */
export async function readSums(dataSource: DataSource, ask: StatisticAsk): Promise<SummedRow[]> {
  const { text, values } = statisticStatement(ask);
  const found = await dataSource.query<({ key: string } & Sums)[]>(text, values);
  const rows = found.map(({ key, ...sums }) => ({ key, name: '', sums: sums as Sums }));
  await nameRows(dataSource, ask.group, new Map(rows.map((row) => [row.key, row])));
  for (const row of rows) if (ask.group === 'step' || ask.group === 'month') row.name = row.key;
  if (ask.group !== 'month') rows.sort((a, b) => b.sums.n - a.sums.n || a.key.localeCompare(b.key));
  return rows;
}

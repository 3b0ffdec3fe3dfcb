/**
 * The board: figures of what is open now by territory or by line, down to step and handler. Whole
 * cases are charged to the department that leads them, steps to the one that has the task.
 */
import type { DataSource } from 'typeorm';
import { Values, type Scope } from '../../people/index.js';
import { OWN, rowConditions, VERTICAL, where, type Filter } from './filter.js';
import {
  counts,
  METRIC_NAMES,
  RECENT,
  thresholds,
  type MetricName,
  type Moments,
  type Thresholds,
} from './metrics.js';
import { nameRows } from './names.js';

export const GROUPS = [
  'county',
  'township',
  'line',
  'department',
  'item',
  'step',
  'handler',
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * Cards that stand, proposals that wait for a supervisor's word and orders that are not closed are
 * figures too, counted from their own tables.
 */
export const STANDING = [
  'proposedCards',
  'warningCards',
  'yellowCards',
  'redCards',
  'orders',
] as const;
export type Figures = Record<MetricName | (typeof STANDING)[number], number>;
export const FIGURES = [...METRIC_NAMES, ...STANDING];
const noFigures = () => Object.fromEntries(FIGURES.map((name) => [name, 0])) as Figures;

export interface BoardRow extends Figures {
  key: string;
  name: string;
}

export interface Board {
  group: Group;
  rows: BoardRow[];
  total: Figures;
}

/** The next level down from where the filter stands. */
export function nextGroup(filter: Filter): Group {
  if (filter.step) return 'handler';
  if (filter.item) return 'step';
  if (filter.department) return 'item';
  if (filter.by === 'line') {
    if (!filter.line) return 'line';
    return filter.county ? 'department' : 'county';
  }
  if (filter.county === VERTICAL) return filter.line ? 'department' : 'line';
  if (!filter.county) return 'county';
  return filter.township ? 'department' : 'township';
}

/** How the bodies are grouped; what has no territory or line of its own stands under a name for it. */
const UNIT_KEYS: Partial<Record<Group, (by: Filter['by']) => string>> = {
  county: (by) =>
    by === 'line' ? `coalesce(u.seat_county, '')` : `coalesce(u.county, '${VERTICAL}')`,
  township: (by) => `coalesce(${by === 'line' ? 'u.seat_township' : 'u.township'}, '${OWN}')`,
  line: () => `coalesce(u.line, '')`,
  department: () => 'u.id',
};

interface Part {
  select: string;
  from: string;
  /** What the table is called in `from`. */
  row: string;
  conditions?: string[];
}

const STANDING_CARD = `k.state IN ('issued', 'answered', 'returned')`;
const CARD_COUNTS = (['warning', 'yellow', 'red'] as const)
  .map((colour) => `count(*) FILTER (WHERE k.colour = '${colour}')::int AS "${colour}Cards"`)
  .join(', ');
const ORDERS = `(SELECT department, NULL::text AS item FROM supervision_order
  WHERE state IN ('issued', 'replied', 'returned'))`;

/** The tables a board is counted from; each is asked by itself, side by side. */
const partsOf = (at: Thresholds): Part[] => [
  { select: counts('case', at), from: 'open_case', row: 'c' },
  { select: counts('step', at), from: 'open_step', row: 's' },
  {
    select: counts('finished', at),
    from: 'finished_case',
    row: 'f',
    conditions: [RECENT, '(f.refused_acceptance = 1 OR f.late_entry = 1)'],
  },
  { select: CARD_COUNTS, from: 'card', row: 'k', conditions: [STANDING_CARD] },
  {
    select: 'count(*)::int AS "proposedCards"',
    ...{ from: 'card', row: 'k', conditions: [`k.state = 'proposed'`] },
  },
  { select: 'count(*)::int AS orders', from: ORDERS, row: 'o' },
];

interface Statement {
  text: string;
  values: unknown[];
}

/** Counts by department first: a department finds its group by itself, whatever the number of rows. */
function partStatement(part: Part, ask: Ask, values: Values, cte: string): Statement {
  const { scope, filter, group } = ask;
  const { select, from, row, conditions = [] } = part;
  const narrowed = where([...rowConditions(scope, filter, values, row), ...conditions]);
  const key = UNIT_KEYS[group]?.(filter.by);
  // An order is of no item.
  const column = key ? `${row}.department` : `coalesce(${row}.item, '')`;
  const counted = `SELECT ${column} AS key, ${select} FROM ${from} ${row} ${narrowed} GROUP BY 1`;
  if (!key || group === 'department')
    return { text: `WITH ${cte} ${counted}`, values: values.list };
  const sums = [...select.matchAll(/AS "?(\w+)"?/g)]
    .map(([, name]) => `sum("${name}")::int AS "${name}"`)
    .join(', ');
  return {
    text: `WITH ${cte} SELECT ${key} AS key, ${sums}
           FROM (${counted}) d JOIN unit u ON u.id = d.key GROUP BY 1`,
    values: values.list,
  };
}

/** Steps and handlers: the cases that stand there, each once. */
function stepStatement({ scope, filter, group, moments }: Ask): Statement {
  const values = new Values();
  const { cte, texts } = thresholds(moments, values.place);
  const conditions = rowConditions(scope, filter, values, 's');
  if (filter.step) conditions.push(`s.element = ${values.place(filter.step)}`);
  const [key, name] =
    group === 'step' ? ['s.element', 'max(s.name)'] : [`coalesce(s.handler, '')`, 'max(p.name)'];
  const text = `WITH ${cte} SELECT ${key} AS key, ${name} AS name,
      ${counts('case', texts, 'DISTINCT c.number')}, ${counts('step', texts)}
    FROM open_step s JOIN open_case c ON c.number = s.case_number
    LEFT JOIN person p ON p.id = s.handler ${where(conditions)} GROUP BY 1`;
  return { text, values: values.list };
}

export interface Ask {
  scope: Scope;
  filter: Filter;
  group: Group;
  moments: Moments;
}

/** The statements a board is counted by; for the figures of the bench, too. */
export function boardStatements(ask: Ask): Statement[] {
  if (ask.group === 'step' || ask.group === 'handler') return [stepStatement(ask)];
  const count = partsOf(thresholds(ask.moments, () => '').texts).length;
  return Array.from({ length: count }, (_, index) => {
    const values = new Values();
    const { cte, texts } = thresholds(ask.moments, values.place);
    return partStatement(partsOf(texts)[index]!, ask, values, cte);
  });
}

/** Figures of every group there is, and of all together. */
export async function readBoard(dataSource: DataSource, ask: Ask): Promise<Board> {
  const answers = await Promise.all(
    boardStatements(ask).map(({ text, values }) =>
      dataSource.query<({ key: string; name?: string } & Partial<Figures>)[]>(text, values),
    ),
  );
  const rows = new Map<string, BoardRow>();
  for (const { key, name, ...figures } of answers.flat()) {
    const row = rows.get(key) ?? { key, name: name ?? '', ...noFigures() };
    rows.set(key, Object.assign(row, figures));
  }
  await nameRows(dataSource, ask.group, rows);
  const total = noFigures();
  for (const row of rows.values()) for (const figure of FIGURES) total[figure] += row[figure];
  const sorted = [...rows.values()].sort(
    (a, b) => b.overdue - a.overdue || b.open - a.open || a.key.localeCompare(b.key),
  );
  return { group: ask.group, rows: sorted, total };
}

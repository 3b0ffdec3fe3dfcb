/** The league table of the appraisal: bodies of one kind beside each other, by points. */
import type { DataSource } from 'typeorm';
import { Values } from '../../people/index.js';
import { LEAST_CASES, settingOn } from '../../versions/index.js';
import { where, unitConditions } from './filter.js';
import { measuresOf, scoreOf, type Measures } from './measures.js';
import { readSums, type StatisticAsk } from './statistics.js';

export interface LeagueRow extends Measures {
  /** null = apart from the ranking, behind all others. */
  rank: number | null;
  /** Why: too few cases to compare by, or nothing that could be measured. */
  apart: 'few' | 'nothing' | null;
  key: string;
  name: string;
  warningCards: number;
  yellowCards: number;
  redCards: number;
  score: number | null;
}

/** Cards issued in the period by the group's key, as they are now; revoked ones do not count. */
async function cardsOf(dataSource: DataSource, ask: StatisticAsk) {
  const { scope, filter, group, period } = ask;
  const values = new Values();
  const key =
    group === 'county'
      ? `coalesce(u.county, 'vertical')`
      : group === 'line'
        ? `coalesce(u.line, '')`
        : 'u.id';
  const [from, to] = [values.place(period.from), values.place(period.to)];
  const conditions = [
    `k.state IN ('issued', 'answered', 'returned', 'accepted')`,
    `k.issued_at >= ${from}::date::timestamp AT TIME ZONE 'Asia/Shanghai'`,
    `k.issued_at < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`,
    ...unitConditions(scope, filter, values),
  ];
  const rows = await dataSource.query<{ key: string; colour: string; count: number }[]>(
    `SELECT ${key} AS key, k.colour, count(*)::int AS count FROM card k
     JOIN unit u ON u.id = k.department ${where(conditions)} GROUP BY 1, 2`,
    values.list,
  );
  const found = new Map<string, Record<string, number>>();
  for (const { key: of, colour, count } of rows)
    found.set(of, { ...found.get(of), [colour]: count });
  return found;
}

/** Best first, by the points that held on the period's last day; equal points share a rank. @throws DomainError `bad-period` */
export async function readLeague(
  dataSource: DataSource,
  ask: StatisticAsk,
): Promise<{ least: number; rows: LeagueRow[] }> {
  const [sums, cards, points] = await Promise.all([
    readSums(dataSource, ask),
    cardsOf(dataSource, ask),
    settingOn(dataSource.manager, 'appraisal', ask.period.to),
  ]);
  const rows = sums.map(({ key, name, sums: summed }) => {
    const measures = measuresOf(summed);
    const { warning = 0, yellow = 0, red = 0 } = cards.get(key) ?? {};
    return {
      ...measures,
      ...{ key, name, rank: null, apart: null },
      ...{ warningCards: warning, yellowCards: yellow, redCards: red },
      score: scoreOf(measures, { warning, yellow, red }, points),
    };
  });
  const least = points.leastCases ?? LEAST_CASES;
  return { least, rows: ranked(rows, least) };
}

function ranked(rows: LeagueRow[], least: number): LeagueRow[] {
  for (const row of rows)
    row.apart = row.score === null ? 'nothing' : row.count < least ? 'few' : null;
  const place = ({ apart }: LeagueRow) => [null, 'few', 'nothing'].indexOf(apart);
  rows.sort(
    (a, b) =>
      place(a) - place(b) ||
      (b.score ?? 0) - (a.score ?? 0) ||
      b.count - a.count ||
      a.key.localeCompare(b.key),
  );
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (row.apart === null) row.rank = before?.score === row.score ? before.rank : index + 1;
  });
  return rows;
}

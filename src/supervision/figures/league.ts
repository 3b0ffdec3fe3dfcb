/** The league table of the appraisal: bodies of one kind beside each other, by points. */
import type { DataSource } from 'typeorm';
import { Values } from '../../people/index.js';
import { settingOn } from '../../versions/index.js';
import { where, unitConditions } from './filter.js';
import { measuresOf, scoreOf, type Measures } from './measures.js';
import { readSums, type StatisticAsk } from './statistics.js';

export interface LeagueRow extends Measures {
  /** null = nothing to be ranked by; behind all others. */
  rank: number | null;
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
export async function readLeague(dataSource: DataSource, ask: StatisticAsk): Promise<LeagueRow[]> {
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
      ...{ key, name, rank: null },
      ...{ warningCards: warning, yellowCards: yellow, redCards: red },
      score: scoreOf(measures, { warning, yellow, red }, points),
    };
  });
  return ranked(rows);
}

function ranked(rows: LeagueRow[]): LeagueRow[] {
  const points = ({ score }: LeagueRow) => score ?? -1;
  rows.sort((a, b) => points(b) - points(a) || b.count - a.count || a.key.localeCompare(b.key));
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (row.score !== null) row.rank = before?.score === row.score ? before.rank : index + 1;
  });
  return rows;
}

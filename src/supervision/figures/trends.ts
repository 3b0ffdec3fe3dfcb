/** 环比: what was finished by month, quarter or year, each beside the one before it. */
import type { DataSource } from 'typeorm';
import { measuresOf, type Measures } from './measures.js';
import { readSums, type StatisticAsk, type Sums } from './statistics.js';

export const SPANS = ['month', 'quarter', 'year'] as const;
export type Span = (typeof SPANS)[number];

/** Months of one span, and how many of them are shown. */
const LENGTHS: Record<Span, { months: number; shown: number }> = {
  month: { months: 1, shown: 12 },
  quarter: { months: 3, shown: 8 },
  year: { months: 12, shown: 5 },
};

export interface TrendPeriod {
  /** First and last day. */
  from: string;
  to: string;
  /** It has not ended: its sums still grow, and are compared with nothing. */
  running: boolean;
  measures: Measures;
  /** Of the period before; null where nothing was finished in it. */
  before: Measures | null;
}

/** Months are counted from year 0: whole numbers without a calendar. */
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthText = (month: number) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
const lastDay = (month: number) =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);

function summed(rows: readonly Sums[]): Sums {
  const total: Sums = { n: 0 };
  for (const row of rows)
    for (const [name, sum] of Object.entries(row)) total[name] = (total[name] ?? 0) + sum;
  return total;
}

/**
 * The last periods up to today, the earliest first.
 * @param today yyyy-MM-dd in the city
 */
export async function readTrend(
  dataSource: DataSource,
  ask: Pick<StatisticAsk, 'scope' | 'filter'>,
  span: Span,
  today: string,
): Promise<TrendPeriod[]> {
  const { months, shown } = LENGTHS[span];
  const now = monthOf(today);
  const running = now - (now % months);
  const first = running - shown * months;
  const period = { from: `${monthText(first)}-01`, to: today };
  const byMonth = new Map(
    (await readSums(dataSource, { ...ask, group: 'month', period })).map(({ key, sums }) => [
      key,
      sums,
    ]),
  );
  const of = (begin: number) => {
    const keys = Array.from({ length: months }, (_, index) => monthText(begin + index));
    return summed(keys.flatMap((key) => byMonth.get(key) ?? []));
  };
  return Array.from({ length: shown }, (_, index) => {
    const begin = first + (index + 1) * months;
    const before = of(begin - months);
    return {
      ...{ from: `${monthText(begin)}-01`, to: lastDay(begin + months - 1) },
      running: begin === running,
      measures: measuresOf(of(begin)),
      before: before.n > 0 ? measuresOf(before) : null,
    };
  });
}

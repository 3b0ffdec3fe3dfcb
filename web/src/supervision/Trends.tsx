/** How it goes: what was finished by month, quarter or year, against the period before. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Table } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { TrendPeriod, TrendQuery } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import type { ChartData } from './Chart.js';
import { placeIn, useParamsState } from './filter.js';
import { Frame } from './Frame.js';
import { decimal, percent } from './names.js';
import { Print } from './Print.js';

const Chart = lazy(() => import('./Chart.js'));
type Span = NonNullable<TrendQuery['span']>;
type Measure = keyof TrendPeriod['measures'];

const CHARTS: Record<string, { measures: Measure[]; rates: boolean }> = {
  volume: { measures: ['count', 'granted'], rates: false },
  punctual: { measures: ['statutoryRate', 'promisedRate', 'firstTimeRate'], rates: true },
  days: { measures: ['statutoryDays', 'promisedDays', 'actualDays'], rates: false },
};

interface Column {
  measure: Measure;
  kind: 'count' | 'rate' | 'days';
  /** Whether more is better; undefined = neither. */
  more?: boolean;
}
const COLUMNS: Column[] = [
  { measure: 'count', kind: 'count' },
  { measure: 'statutoryRate', kind: 'rate', more: true },
  { measure: 'promisedRate', kind: 'rate', more: true },
  { measure: 'firstTimeRate', kind: 'rate', more: true },
  { measure: 'actualDays', kind: 'days', more: false },
  { measure: 'returned', kind: 'count', more: false },
];

/** 2026-11, 2026-Q4, 2026 */
function nameOfPeriod({ from }: TrendPeriod, span: Span): string {
  if (span === 'year') return from.slice(0, 4);
  if (span === 'month') return from.slice(0, 7);
  return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
}

const valueText = (kind: Column['kind'], value: number | null) =>
  kind === 'rate' ? percent(value) : kind === 'days' ? decimal(value) : String(value ?? '—');

/** By how much it is more or less than in the period before; rates in points. */
function Change({ period, column }: { period: TrendPeriod; column: Column }) {
  const { t } = useTranslation();
  const { measure, kind, more } = column;
  if (period.running) return <span className="small muted">{t('supervision.running')}</span>;
  const now = period.measures[measure];
  const then = period.before?.[measure];
  if (typeof now !== 'number' || typeof then !== 'number') return null;
  const by = kind === 'rate' ? (now - then) * 100 : now - then;
  const text = Math.abs(by).toFixed(kind === 'count' ? 0 : 1);
  if (Number(text) === 0) return <span className="small muted">{t('supervision.same')}</span>;
  const worse = more !== undefined && by > 0 !== more;
  const unit = kind === 'rate' ? t('supervision.points') : '';
  return (
    <span className={`small number ${worse ? 'is-bad' : 'muted'}`}>
      {by > 0 ? '▲' : '▼'} {text}
      {unit}
    </span>
  );
}

export default function Trends() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const span = (params.get('span') ?? 'month') as Span;
  const chart = CHARTS[params.get('chart') ?? ''] ? params.get('chart')! : 'volume';
  const asked = { ...placeIn(params), span };
  const query = useQuery({
    queryKey: ['trend', asked],
    queryFn: () => api.trend(asked),
    placeholderData: keepPreviousData,
  });
  const periods = useMemo(() => query.data?.periods ?? [], [query.data]);
  const data = useMemo<ChartData>(() => {
    const { measures, rates } = CHARTS[chart]!;
    return {
      ...{ rates, lines: true },
      names: periods.map((period) => nameOfPeriod(period, span)),
      bars: measures.map((measure) => ({
        name: t(`supervision.measure-${measure}`),
        values: periods.map((period) => period.measures[measure] as number | null),
      })),
    };
  }, [periods, chart, span, t]);
  const controls = (
    <>
      <Segmented
        size="small"
        value={span}
        onChange={(value) => change({ span: value })}
        options={(['month', 'quarter', 'year'] as const).map((value) => ({
          value,
          label: <span data-testid={`span-${value}`}>{t(`supervision.span-${value}`)}</span>,
        }))}
      />
      <Print />
    </>
  );
  return (
    <Frame page="trends" controls={controls}>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <section className="card">
        <Segmented
          size="small"
          value={chart}
          onChange={(value) => change({ chart: value })}
          options={Object.keys(CHARTS).map((value) => ({
            value,
            label: t(`supervision.chart-${value}`),
          }))}
        />
        <Suspense fallback={<Loading />}>
          <Chart data={data} label={t(`supervision.chart-${chart}`)} />
        </Suspense>
      </section>
      <Table<TrendPeriod>
        rowKey="from"
        size="small"
        className="dense"
        loading={query.isPending}
        dataSource={[...periods].reverse()}
        scroll={{ x: 'max-content' }}
        pagination={false}
        data-testid="trend"
        columns={[
          {
            title: t('supervision.period'),
            key: 'period',
            fixed: 'left',
            render: (_, period) => <span className="number">{nameOfPeriod(period, span)}</span>,
          },
          ...COLUMNS.map((column) => ({
            title: t(`supervision.measure-${column.measure}`),
            key: column.measure,
            align: 'right' as const,
            render: (_: unknown, period: TrendPeriod) => (
              <span className="due">
                <span className="number">
                  {valueText(column.kind, period.measures[column.measure] as number | null)}
                </span>
                <Change period={period} column={column} />
              </span>
            ),
          })),
        ]}
      />
      <p className="small muted">{t('supervision.trend-note')}</p>
    </Frame>
  );
}

/** What was finished in a period, by any dimension, as chart, table and file. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Select, Table } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { Measures, StatisticsQuery } from '../api/model.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import type { ChartData } from './Chart.js';
import { Download } from './Download.js';
import { periodIn, placeIn, useParamsState } from './filter.js';
import { Frame } from './Frame.js';
import { measureColumns } from './measureColumns.js';
import { nameOf } from './names.js';
import { Period } from './Period.js';

const Chart = lazy(() => import('./Chart.js'));
type Group = NonNullable<StatisticsQuery['group']>;
const GROUPS: Group[] = [
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
];

type Measure = Exclude<keyof Measures, 'key' | 'name'>;
/** What the chart can show: measures of one unit beside each other. */
const CHARTS: Record<string, { measures: Measure[]; rates: boolean }> = {
  volume: { measures: ['count'], rates: false },
  punctual: { measures: ['statutoryRate', 'promisedRate', 'firstTimeRate'], rates: true },
  days: { measures: ['statutoryDays', 'promisedDays', 'actualDays'], rates: false },
  compression: { measures: ['promisedCompression', 'actualCompression'], rates: true },
};
const STEP_CHARTS: typeof CHARTS = {
  volume: { measures: ['count'], rates: false },
  hours: { measures: ['hours'], rates: false },
  punctual: { measures: ['stepRate'], rates: true },
};
const BARS = 20;

export default function Statistics() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const group = (params.get('group') ?? 'county') as Group;
  const ofSteps = group === 'step' || group === 'handler';
  const charts = ofSteps ? STEP_CHARTS : CHARTS;
  const chosen = params.get('chart') ?? 'volume';
  const chart = charts[chosen] ? chosen : 'volume';
  const asked = { ...placeIn(params), ...periodIn(params), group };
  const query = useQuery({
    queryKey: ['statistics', asked],
    queryFn: () => api.statistics(asked),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.rows ?? [], [query.data]);
  const data = useMemo<ChartData>(() => {
    const shown = rows.slice(0, BARS);
    const { measures, rates } = charts[chart]!;
    return {
      rates,
      names: shown.map(({ key, name }) => nameOf(t, group, key, name)),
      bars: measures.map((measure) => ({
        name: t(`supervision.measure-${measure}`),
        values: shown.map((row) => row[measure] ?? null),
      })),
    };
  }, [rows, charts, chart, group, t]);
  const controls = (
    <>
      <Period />
      <Select
        size="small"
        style={{ minWidth: '8rem' }}
        aria-label={t('supervision.group-by')}
        value={group}
        onChange={(value) => change({ group: value })}
        options={GROUPS.map((value) => ({ value, label: t(`supervision.group-${value}`) }))}
      />
      <Segmented
        size="small"
        value={asked.by}
        onChange={(by) => change({ by })}
        options={(['territory', 'line'] as const).map((value) => ({
          value,
          label: t(`supervision.by-${value}`),
        }))}
      />
      <Download of="supervision/statistics" query={asked} />
    </>
  );
  return (
    <Frame page="statistics" controls={controls}>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {rows.length > 0 && (
        <section className="card">
          <Segmented
            size="small"
            value={chart}
            onChange={(value) => change({ chart: value })}
            options={Object.keys(charts).map((value) => ({
              value,
              label: t(`supervision.chart-${value}`),
            }))}
          />
          <Suspense fallback={<Loading />}>
            <Chart data={data} label={t(`supervision.chart-${chart}`)} />
          </Suspense>
        </section>
      )}
      <Table<Measures>
        rowKey="key"
        size="small"
        className="dense"
        loading={query.isPending}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty title={t('supervision.none-finished')} /> }}
        data-testid="statistics"
        columns={[
          {
            title: t(`supervision.group-${group}`),
            key: 'name',
            fixed: 'left',
            render: (_, row) => nameOf(t, group, row.key, row.name),
          },
          ...measureColumns<Measures>(t, ofSteps ? 'step' : 'case'),
        ]}
        summary={() =>
          query.data && rows.length > 0 ? (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>{t('supervision.total')}</Table.Summary.Cell>
              {measureColumns<Measures>(t, ofSteps ? 'step' : 'case').map(
                ({ key, render }, index) => (
                  <Table.Summary.Cell key={key} index={index + 1} align="right">
                    {render(undefined, query.data.total)}
                  </Table.Summary.Cell>
                ),
              )}
            </Table.Summary.Row>
          ) : null
        }
      />
      <p className="small muted">{t('supervision.statistics-note')}</p>
    </Frame>
  );
}

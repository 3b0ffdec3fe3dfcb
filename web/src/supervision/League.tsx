/** The league table of the appraisal, made to be printed. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { LeagueQuery, LeagueRow } from '../api/model.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import { Download } from './Download.js';
import { periodIn, placeIn, useParamsState } from './filter.js';
import { Frame } from './Frame.js';
import { measureColumns } from './measureColumns.js';
import { nameOf } from './names.js';
import { Period } from './Period.js';
import { Print } from './Print.js';

type Group = NonNullable<LeagueQuery['group']>;
const SHOWN = [
  'count',
  'promisedRate',
  'statutoryRate',
  'actualDays',
  'actualCompression',
  'firstTimeRate',
] as const;

interface RankingProps {
  rows: LeagueRow[];
  group: Group;
  none: string;
  loading?: boolean;
}

/** One table: those compared with each other, or those that stand apart. */
function Ranking({ rows, group, none, loading = false }: RankingProps) {
  const { t } = useTranslation();
  const cards = (['warningCards', 'yellowCards', 'redCards'] as const).map((cardKey) => ({
    title: t(`supervision.figure-${cardKey}`),
    dataIndex: cardKey,
    align: 'right' as const,
  }));
  return (
    <Table<LeagueRow>
      rowKey="key"
      size="small"
      className="dense"
      scroll={{ x: 'max-content' }}
      loading={loading}
      dataSource={rows}
      pagination={false}
      locale={{ emptyText: <Empty title={none} /> }}
      data-testid="league"
      columns={[
        {
          title: t('supervision.rank'),
          dataIndex: 'rank',
          align: 'right',
          width: 64,
          render: (rank: number | null) => rank ?? '—',
        },
        {
          title: t(`supervision.group-${group}`),
          key: 'name',
          render: (_, row) => nameOf(t, group, row.key, row.name),
        },
        {
          title: t('supervision.score'),
          dataIndex: 'score',
          align: 'right',
          render: (score: number | null) => (
            <strong className="number">{score?.toFixed(2) ?? '—'}</strong>
          ),
        },
        ...measureColumns<LeagueRow>(t, 'case', [...SHOWN]),
        ...cards,
      ]}
    />
  );
}

export default function League() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const group = (params.get('group') ?? 'department') as Group;
  const asked = { ...placeIn(params), ...periodIn(params), group };
  const query = useQuery({
    queryKey: ['league', asked],
    queryFn: () => api.league(asked),
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.rows ?? [];
  const controls = (
    <>
      <span className="row no-print">
        <Period />
        <Segmented
          size="small"
          value={group}
          onChange={(value) => change({ group: value })}
          options={(['county', 'line', 'department'] as const).map((value) => ({
            value,
            label: t(`supervision.group-${value}`),
          }))}
        />
      </span>
      <Download of="supervision/league" query={asked} />
      <Print />
    </>
  );
  return (
    <Frame page="league" title={t('supervision.league-title')} controls={controls}>
      <p className="number">{t('supervision.league-period', { from: asked.from, to: asked.to })}</p>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Ranking
        loading={query.isPending}
        rows={rows.filter(({ apart }) => apart === null)}
        group={group}
        none={t('supervision.none-ranked')}
      />
      <p className="small muted">
        {query.data && t('supervision.league-least', { count: query.data.least })}
      </p>
      {(['few', 'nothing'] as const).map((why) => {
        const apart = rows.filter((row) => row.apart === why);
        return (
          apart.length > 0 && (
            <section key={why} data-testid={`apart-${why}`}>
              <h2>{t(`supervision.apart-${why}`, { count: query.data?.least })}</h2>
              <Ranking rows={apart} group={group} none="" />
            </section>
          )
        );
      })}
      <p className="small muted">{t('supervision.league-note')}</p>
    </Frame>
  );
}

/** The cases behind a figure, with their limits, lights and cards. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Figure, SupervisedCasesQuery, SupervisionRow } from '../api/model.js';
import { dueMoment, momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Light, StateTag } from '../shared/ui.js';
import { CardTag } from './CardTag.js';
import { Crumbs } from './Crumbs.js';
import { momentsIn, placeIn, useParamsState } from './filter.js';
import { Frame } from './Frame.js';
import { Moments } from './Moments.js';

const METRICS: Figure[] = [
  ...(['overdue', 'statutoryOverdue', 'promisedOverdue', 'acceptanceOverdue'] as const),
  ...([
    'deliveryOverdue',
    'dueSoon',
    'stepsOverdue',
    'stepsDueSoon',
    'paused',
    'pausedLong',
  ] as const),
  ...(['returnedOften', 'refusedAcceptance', 'lateEntry', 'open', 'steps'] as const),
];
const OVER = 86_400_000;

/** A limit with how far it is, in natural days. */
function Due({ at }: { at: string | null }) {
  const { t } = useTranslation();
  if (!at) return <span className="muted">—</span>;
  const days = (Date.parse(at) - Date.now()) / OVER;
  const count = Math.max(1, Math.ceil(Math.abs(days)));
  return (
    <span className="number due">
      {dueMoment(at)}
      <span className={`small ${days < 0 ? 'is-bad' : 'muted'}`}>
        {t(days < 0 ? 'supervision.over' : 'supervision.left', { count })}
      </span>
    </span>
  );
}

function useColumns(): TableColumnsType<SupervisionRow> {
  const { t } = useTranslation();
  return [
    {
      title: t('supervision.light'),
      dataIndex: 'light',
      render: (light: SupervisionRow['light']) => <Light light={light} />,
    },
    {
      title: t('supervision.case'),
      dataIndex: 'number',
      render: (number: string, row) => (
        <span className="due">
          <Link className="number" to={`/workbench/cases/${number}`}>
            {number}
          </Link>
          <span className="row">
            {row.cards.map((colour) => (
              <CardTag key={colour} colour={colour} />
            ))}
          </span>
        </span>
      ),
    },
    { title: t('supervision.item'), dataIndex: 'itemName' },
    {
      title: t('supervision.state'),
      key: 'state',
      render: (_, row) => <StateTag state={row.state} name={row.stateName} />,
    },
    { title: t('supervision.department'), dataIndex: 'department' },
    {
      title: t('supervision.step'),
      key: 'step',
      render: (_, row) =>
        row.step && (
          <span className="due">
            {row.step}
            <span className="small muted">
              {[
                row.stepDepartment !== row.department && row.stepDepartment,
                row.handler ?? t('supervision.unclaimed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        ),
    },
    {
      title: t('supervision.limit-step'),
      dataIndex: 'stepDue',
      render: (at: string | null) => <Due at={at} />,
    },
    {
      title: t('supervision.limit-promised'),
      dataIndex: 'promisedDue',
      render: (at: string | null) => <Due at={at} />,
    },
    {
      title: t('supervision.limit-statutory'),
      dataIndex: 'statutoryDue',
      render: (at: string | null) => <Due at={at} />,
    },
    {
      title: t('supervision.paused-since'),
      dataIndex: 'pausedAt',
      render: (at: string | null) => at && <span className="number">{momentText(at)}</span>,
    },
    { title: t('supervision.returned'), dataIndex: 'returned', align: 'right' },
    { title: t('supervision.region'), dataIndex: 'regionName' },
  ];
}

/** The names of the way down come with the board of the same place. */
function Way({ query }: { query: SupervisedCasesQuery }) {
  const { metric: _, ...place } = query;
  const board = useQuery({
    queryKey: ['board-way', JSON.stringify(place)],
    queryFn: () => api.board(place),
    staleTime: 60_000,
  });
  return <Crumbs path={board.data?.path ?? []} />;
}

export default function CaseList() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const metric = (params.get('metric') ?? 'overdue') as SupervisedCasesQuery['metric'];
  const query: SupervisedCasesQuery = {
    ...placeIn(params),
    metric,
    ...momentsIn(params),
  };
  const list = useInfiniteQuery({
    queryKey: ['supervised-cases', query],
    queryFn: ({ pageParam }) => api.supervisedCases(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const columns = useColumns();
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const controls = (
    <>
      <Moments />
      <Select
        size="small"
        style={{ minWidth: '13rem' }}
        aria-label={t('supervision.metric')}
        value={metric}
        onChange={(value) => change({ metric: value })}
        options={METRICS.map((value) => ({ value, label: t(`supervision.figure-${value}`) }))}
      />
    </>
  );
  return (
    <Frame page="cases" title={t(`supervision.figure-${metric}`)} controls={controls}>
      <Way query={query} />
      <ErrorNotice error={list.error} retry={() => void list.refetch()} />
      <Table<SupervisionRow>
        rowKey={(row) => `${row.number}.${row.step ?? ''}`}
        size="small"
        className="dense"
        loading={list.isPending}
        dataSource={rows}
        columns={columns}
        scroll={{ x: 'max-content' }}
        pagination={false}
        locale={{ emptyText: <Empty title={t('supervision.none-cases')} /> }}
        data-testid="supervised-cases"
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </Frame>
  );
}

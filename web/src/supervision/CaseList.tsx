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
import { Download } from './Download.js';
import { momentsIn, placeIn, useParamsState } from './filter.js';
import { FoundBy, foundByIn } from './FoundBy.js';
import { Frame } from './Frame.js';
import { Moments } from './Moments.js';
import { Print } from './Print.js';
import '../shared/locales/audit.js';

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
  'incidents',
  ...(['returnedOften', 'refusedAcceptance', 'lateEntry', 'open', 'steps'] as const),
];
const DAY = 86_400_000;

/** How late, or how long there is still, in natural days, and by which limit; the first thing to know. */
function Late({ row }: { row: SupervisionRow }) {
  const { t } = useTranslation();
  const days = row.limitDue ? (Date.parse(row.limitDue) - Date.now()) / DAY : 0;
  const count = Math.max(1, Math.ceil(Math.abs(days)));
  return (
    <span className="due" data-testid="late">
      {row.limitDue && (
        <strong className={`number ${days < 0 ? 'is-bad' : ''}`}>
          {t(days < 0 ? 'supervision.over' : 'supervision.left', { count })}
        </strong>
      )}
      {row.limit && (
        <span className="small muted number">
          {t(`supervision.limit-${row.limit}`)} {dueMoment(row.limitDue).slice(0, 10)}
        </span>
      )}
      <span className="row">
        <Light light={row.light} />
        {row.incident && (
          <span className="tag tag-warning">{t('supervision.figure-incidents')}</span>
        )}
      </span>
    </span>
  );
}

/** Both whole limits, and since when the clock is stopped. */
function Limits({ row }: { row: SupervisionRow }) {
  const { t } = useTranslation();
  const lines: [string, string | null, (at: string) => string][] = [
    ['promised', row.promisedDue, dueMoment],
    ['statutory', row.statutoryDue, dueMoment],
    ['paused', row.pausedAt, momentText],
  ];
  return (
    <span className="due small">
      {lines.map(
        ([name, at, text]) =>
          at && (
            <span key={name}>
              {t(`supervision.short-${name}`)} <span className="number">{text(at)}</span>
            </span>
          ),
      )}
    </span>
  );
}

function useColumns(): TableColumnsType<SupervisionRow> {
  const { t } = useTranslation();
  return [
    {
      title: t('supervision.late'),
      key: 'late',
      width: 168,
      render: (_, row) => <Late row={row} />,
    },
    {
      title: t('supervision.case'),
      dataIndex: 'number',
      width: 196,
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
    {
      title: t('supervision.item'),
      key: 'item',
      render: (_, row) => (
        <span className="due">
          {row.itemName}
          <span className="small muted">{row.applicantName}</span>
        </span>
      ),
    },
    {
      title: t('supervision.state'),
      key: 'state',
      width: 104,
      render: (_, row) => <StateTag state={row.state} name={row.stateName} />,
    },
    {
      title: t('supervision.department'),
      key: 'department',
      render: (_, row) => (
        <span className="due">
          {row.department}
          {row.step && (
            <span className="small muted">
              {[
                row.step,
                row.stepDepartment !== row.department && row.stepDepartment,
                row.handler ?? t('supervision.unclaimed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </span>
      ),
    },
    {
      title: t('supervision.limits'),
      key: 'limits',
      width: 188,
      render: (_, row) => <Limits row={row} />,
    },
    { title: t('supervision.returned'), dataIndex: 'returned', align: 'right', width: 56 },
    { title: t('supervision.region'), dataIndex: 'regionName', width: 112 },
  ];
}

/** The names of the way down come with the board of the same place. */
function Way({ query }: { query: SupervisedCasesQuery }) {
  const { metric: _, q: __, since: ___, until: ____, ...place } = query;
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
    ...foundByIn(params),
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
      <FoundBy />
      <Download of="supervision/cases" query={query} />
      <Print />
    </>
  );
  return (
    <Frame page="cases" title={t(`supervision.figure-${metric}`)} controls={controls}>
      <Way query={query} />
      <ErrorNotice error={list.error} retry={() => void list.refetch()} />
      <Table<SupervisionRow>
        rowKey={(row) => `${row.number}.${row.step ?? ''}`}
        size="small"
        className="dense fits"
        tableLayout="fixed"
        loading={list.isPending}
        dataSource={rows}
        columns={columns}
        scroll={{ x: 1080 }}
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

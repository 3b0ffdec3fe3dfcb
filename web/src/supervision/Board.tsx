/** The board: what is open, late, stopped and marked, by territory or by line, down to the handler. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Table, type TableColumnsType } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Board as BoardData, BoardRow, Figure } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import { Crumbs } from './Crumbs.js';
import { momentsIn, placeIn, useParamsState, withParams, type Dimension } from './filter.js';
import { Frame } from './Frame.js';
import { Moments } from './Moments.js';
import { nameOf } from './names.js';

const PlaceMap = lazy(() => import('./PlaceMap.js'));
/** What lies somewhere. */
const MAPPED: readonly string[] = ['county', 'township'];
const REFRESH_MS = 30_000;

/** Columns by what they are about; red and amber only where something is wrong. */
const COLUMNS: { group: string; figures: Figure[] }[] = [
  { group: 'volume', figures: ['open', 'dueSoon'] },
  {
    group: 'late',
    figures: [
      'overdue',
      'statutoryOverdue',
      'promisedOverdue',
      'acceptanceOverdue',
      'deliveryOverdue',
      'hearingOverdue',
      'reviewOverdue',
    ],
  },
  { group: 'steps', figures: ['steps', 'stepsDueSoon', 'stepsOverdue'] },
  {
    group: 'conduct',
    figures: [
      'incidents',
      'paused',
      'pausedLong',
      'returnedOften',
      'refusedAcceptance',
      'lateEntry',
    ],
  },
  {
    group: 'marks',
    figures: ['proposedCards', 'warningCards', 'yellowCards', 'redCards', 'orders'],
  },
];
const BAD = new Set<Figure>([
  'overdue',
  'statutoryOverdue',
  'promisedOverdue',
  'acceptanceOverdue',
  'deliveryOverdue',
  'hearingOverdue',
  'reviewOverdue',
  'stepsOverdue',
  'incidents',
  'redCards',
]);
const UNEASY = new Set<Figure>([
  'dueSoon',
  'stepsDueSoon',
  'pausedLong',
  'returnedOften',
  'lateEntry',
  'proposedCards',
  'yellowCards',
  'warningCards',
]);

const CARDS: Partial<Record<Figure, string>> = {
  warningCards: 'warning',
  yellowCards: 'yellow',
  redCards: 'red',
};

/** Where a figure leads: to its cases, its cards or its orders. */
function addressOf(
  params: URLSearchParams,
  figure: Figure,
  at: Record<string, string | undefined>,
) {
  const query = (changes: Record<string, string | undefined>) =>
    withParams(params, { ...at, group: undefined, ...changes });
  if (figure === 'orders') return `/supervision/orders${query({ state: 'open' })}`;
  if (figure === 'proposedCards') return `/supervision/cards${query({ state: 'proposed' })}`;
  const colour = CARDS[figure];
  if (colour) return `/supervision/cards${query({ colour, state: 'standing' })}`;
  return `/supervision/cases${query({ metric: figure })}`;
}

function Cell({ figure, value, to }: { figure: Figure; value: number; to: string }) {
  if (value === 0) return <span className="number muted">0</span>;
  const tone = BAD.has(figure) ? 'is-bad' : UNEASY.has(figure) ? 'is-uneasy' : '';
  return (
    <Link className={`number figure ${tone}`} to={to}>
      {value}
    </Link>
  );
}

function useColumns(board: BoardData | undefined, params: URLSearchParams) {
  const { t } = useTranslation();
  const group = board?.group ?? 'county';
  const drillsTo = (row: BoardRow) =>
    group === 'handler'
      ? `/supervision/cases${withParams(params, { handler: row.key, metric: 'open' })}`
      : withParams(params, { [group]: row.key, group: undefined });
  const columns: TableColumnsType<BoardRow> = [
    {
      title: t(`supervision.group-${group}`),
      key: 'name',
      fixed: 'left',
      width: 190,
      render: (_, row) => (
        <Link className="wraps" to={drillsTo(row)} data-testid="drill">
          {nameOf(t, group, row.key, row.name)}
        </Link>
      ),
    },
    ...COLUMNS.map(({ group: heading, figures }) => ({
      title: t(`supervision.columns-${heading}`),
      children: figures.map((figure) => ({
        title: t(`supervision.figure-${figure}`),
        key: figure,
        align: 'right' as const,
        width: 62,
        sorter: (a: BoardRow, b: BoardRow) => a.figures[figure] - b.figures[figure],
        render: (_: unknown, row: BoardRow) => (
          <Cell
            figure={figure}
            value={row.figures[figure]}
            to={addressOf(params, figure, { [group as Dimension]: row.key })}
          />
        ),
      })),
    })),
  ];
  return columns;
}

function Totals({ board, params }: { board: BoardData; params: URLSearchParams }) {
  const { t } = useTranslation();
  const shown: Figure[] = [
    'open',
    'overdue',
    'statutoryOverdue',
    'stepsOverdue',
    'dueSoon',
    'pausedLong',
    'incidents',
    'proposedCards',
    'redCards',
    'orders',
  ];
  return (
    <ul className="tiles">
      {shown.map((figure) => (
        <li key={figure} className={board.total[figure] > 0 && BAD.has(figure) ? 'is-bad' : ''}>
          <Link to={addressOf(params, figure, {})}>
            <strong className="number" data-testid={`total-${figure}`}>
              {board.total[figure]}
            </strong>
            <span>{t(`supervision.figure-${figure}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export default function Board() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const place = placeIn(params);
  const moments = momentsIn(params);
  const group = params.get('group') ?? undefined;
  const query = useQuery({
    queryKey: ['board', params.toString()],
    queryFn: () => api.board({ ...place, ...moments, group: group as 'department' | undefined }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const board = query.data;
  const columns = useColumns(board, params);
  const controls = (
    <>
      <Moments />
      <Segmented
        size="small"
        value={place.by}
        onChange={(by) =>
          change({
            by,
            county: undefined,
            township: undefined,
            line: undefined,
            department: undefined,
            item: undefined,
            step: undefined,
          })
        }
        options={(['territory', 'line'] as const).map((value) => ({
          value,
          label: <span data-testid={`by-${value}`}>{t(`supervision.by-${value}`)}</span>,
        }))}
      />
      <Segmented
        size="small"
        value={group ?? ''}
        onChange={(value) => change({ group: value || undefined })}
        options={[
          { value: '', label: t('supervision.next-level') },
          { value: 'department', label: t('supervision.group-department') },
          { value: 'item', label: t('supervision.group-item') },
        ]}
      />
    </>
  );
  return (
    <Frame page="board" controls={controls}>
      <Crumbs path={board?.path ?? []} />
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {board && <Totals board={board} params={params} />}
      {board && MAPPED.includes(board.group) && board.rows.length > 0 && (
        <Suspense fallback={<Loading lines={3} />}>
          <PlaceMap board={board} />
        </Suspense>
      )}
      <Table<BoardRow>
        rowKey="key"
        size="small"
        className="dense board-table"
        loading={query.isPending}
        dataSource={board?.rows ?? []}
        columns={columns}
        scroll={{ x: 1484 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty title={t('supervision.none-open')} /> }}
        data-testid="board"
      />
      <p className="small muted">
        {t('supervision.board-note', { at: momentText(board?.at) })}{' '}
        {t(`supervision.note-${place.by}`)}
      </p>
    </Frame>
  );
}

/** Ratings one by one, the newest first: a supervisor's, or with `own` those of one's own body. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { RatedCase, RatingsQuery } from '../api/model.js';
import { dueMoment, momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../shared/locales/audit.js';

export function RatedCases({ query }: { query: RatingsQuery }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['ratings', query],
    queryFn: ({ pageParam }) => api.ratings(query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const columns: TableProps<RatedCase>['columns'] = [
    {
      title: t('rating.given'),
      dataIndex: 'level',
      render: (level: string) => t(`rating.level-${level}`),
    },
    {
      title: t('supervision.case'),
      dataIndex: 'caseNumber',
      render: (number: string) => (
        <Link className="number" to={`/workbench/cases/${number}`}>
          {number}
        </Link>
      ),
    },
    { title: t('supervision.item'), dataIndex: 'itemName' },
    { title: t('supervision.unit'), dataIndex: 'department' },
    {
      title: t('supervision.group-window'),
      dataIndex: 'window',
      render: (window: string | null) => window ?? t('supervision.no-window'),
    },
    { title: t('rating.comment'), dataIndex: 'comment' },
    { title: t('rating.rated'), dataIndex: 'ratedAt', render: momentText },
    {
      title: t('rating.answer'),
      key: 'answer',
      render: (_, { answer, answeredAt }) => answer && `${answer}（${momentText(answeredAt)}）`,
    },
    {
      title: t('rating.stage'),
      key: 'stage',
      render: (_, { stage, dueAt }) =>
        stage && `${stage}${dueAt ? ` · ${t('rating.until', { date: dueMoment(dueAt) })}` : ''}`,
    },
  ];
  return (
    <>
      <ErrorNotice error={list.error} retry={() => void list.refetch()} />
      <Table<RatedCase>
        rowKey="caseNumber"
        size="small"
        className="dense"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap(({ items }) => items) ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty title={t('rating.none')} /> }}
        data-testid="rated-cases"
        columns={columns}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </>
  );
}

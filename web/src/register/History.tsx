/** What was changed and what is planned, of one thing or of all that one keeps. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { RegisterChange, RegisterChangeQuery } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../shared/locales/audit.js';
import '../shared/locales/register.js';

const COLOURS = { waiting: 'blue', applied: 'green', withdrawn: 'default', failed: 'red' } as const;

const PLACES: Partial<Record<RegisterChange['kind'], string>> = {
  organisation: '/organisations',
  person: '/staff',
};

/** `name: 司法局 → 司法和法制局`. */
function Differences({ change }: { change: RegisterChange }) {
  const { t, i18n } = useTranslation();
  const before = (change.before ?? {}) as Record<string, unknown>;
  const after = (change.after ?? {}) as Record<string, unknown>;
  const said = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (Array.isArray(value)) return value.join('、') || '—';
    if (typeof value === 'boolean') return t(value ? 'register.yes' : 'register.no');
    return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
  };
  const fields = Object.keys({ ...before, ...after }).filter((field) =>
    i18n.exists(`register.field-${field}`),
  );
  return (
    <ul className="plain small">
      {fields.map((field) => (
        <li key={field}>
          {t(`register.field-${field}`)}：{field in before && `${said(before[field])} → `}
          {said(after[field])}
        </li>
      ))}
      {change.problem && <li className="danger">{change.problem}</li>}
    </ul>
  );
}

export function History({ query, named }: { query: RegisterChangeQuery; named?: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const pages = useInfiniteQuery({
    queryKey: ['register', 'changes', query],
    queryFn: ({ pageParam }) => api.registerChanges({ ...query, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => api.withdrawChange(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['register'] }),
  });
  const columns: ColumnsType<RegisterChange> = [
    {
      title: t('register.act'),
      key: 'act',
      render: (_, { kind, act }) => t(`audit.act-${kind}-${act}`),
    },
    ...(named
      ? [
          {
            title: t('register.what'),
            key: 'name',
            render: (_: unknown, { kind, key, name }: RegisterChange) =>
              PLACES[kind] ? <Link to={`${PLACES[kind]}/${key}`}>{name}</Link> : name,
          },
        ]
      : []),
    { title: t('register.valid-from'), dataIndex: 'validFrom' },
    {
      title: t('register.state'),
      key: 'state',
      render: (_, { id, state }) => (
        <span className="row">
          <Tag color={COLOURS[state]}>{t(`register.state-${state}`)}</Tag>
          {state === 'waiting' && (
            <Popconfirm title={t('register.withdraw-sure')} onConfirm={() => withdraw.mutate(id)}>
              <Button size="small">{t('register.withdraw')}</Button>
            </Popconfirm>
          )}
        </span>
      ),
    },
    {
      title: t('register.differences'),
      key: 'differences',
      render: (_, change) => <Differences change={change} />,
    },
    {
      title: t('register.by'),
      dataIndex: 'byName',
      render: (name: string | null) => name ?? t('register.platform'),
    },
    { title: t('register.made-at'), dataIndex: 'madeAt', render: momentText },
  ];
  return (
    <div className="stack">
      <ErrorNotice error={pages.error ?? withdraw.error} retry={() => void pages.refetch()} />
      <Table<RegisterChange>
        rowKey="id"
        size="small"
        scroll={{ x: 'max-content' }}
        loading={pages.isPending}
        dataSource={pages.data?.pages.flatMap(({ items }) => items) ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('register.no-changes')} /> }}
        columns={columns}
      />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('register.more')}
        </Button>
      )}
    </div>
  );
}

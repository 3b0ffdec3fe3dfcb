/** The catalogue (事项目录): every item with its version, draft and standing; a new one begins here. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { CatalogueRow } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';
import { NewItem } from './NewItem.js';
import { useItemSchema } from './useItemSchema.js';

const STATES = ['draft', 'in-force', 'coming', 'suspended', 'cancelled'] as const;
type State = (typeof STATES)[number];
const AUTHORS = ['admin', 'catalogue-keeper', 'item-author'];

/** What is looked for stands in the address, so that it can be sent and gone back to. */
function useFilter() {
  const [search, setSearch] = useSearchParams();
  const said = (name: string) => search.get(name) ?? undefined;
  const filter = {
    ...{ q: said('q'), line: said('line'), area: said('area'), type: said('type') },
    state: STATES.find((state) => state === said('state')),
  };
  const change = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return { filter, change };
}

function Standing({ row }: { row: CatalogueRow }) {
  const { t } = useTranslation();
  return (
    <>
      {row.standing !== 'offered' && (
        <Tag color={row.standing === 'suspended' ? 'orange' : 'red'}>
          {t(`catalogue.standing-${row.standing}`)}
        </Tag>
      )}
      {row.version !== null && t('versions.number', { version: row.version })}{' '}
      {row.coming && (
        <Tag color="blue">
          {t('catalogue.coming', { ...row.coming, day: row.coming.effectiveFrom })}
        </Tag>
      )}
      {row.hasDraft && (
        <Tag color="gold">{t('catalogue.drafted-by', { name: row.draftedBy ?? '—' })}</Tag>
      )}
    </>
  );
}

export default function Catalogue() {
  const { t } = useTranslation();
  const { post } = useSession();
  const { filter, change } = useFilter();
  const [creating, setCreating] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['catalogue', filter],
    queryFn: ({ pageParam }) => api.catalogue({ ...filter, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const choices = useItemSchema();
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const nameOf = (place: string, value: string | null) =>
    choices.at(place).find((choice) => choice.value === value)?.label ?? value ?? '—';
  const chosen = (name: 'line' | 'area' | 'type', place: string, width: string) => (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width }}
      aria-label={t(`catalogue.${name}`)}
      placeholder={t(`catalogue.${name}`)}
      value={filter[name]}
      options={choices.at(place)}
      onChange={(value?: string) => change(name, value)}
    />
  );
  return (
    <div className="staff-page">
      <div className="row between">
        <h1>{t('catalogue.title')}</h1>
        <div className="row">
          <Link to="/legal-bases">{t('law-article.title')}</Link>
          {AUTHORS.includes(post?.role ?? '') && (
            <Button type="primary" data-testid="new-item" onClick={() => setCreating(true)}>
              {t('catalogue.new')}
            </Button>
          )}
        </div>
      </div>
      <div className="row" role="search">
        <Input.Search
          allowClear
          style={{ width: '16rem' }}
          aria-label={t('catalogue.q')}
          placeholder={t('catalogue.q')}
          maxLength={50}
          defaultValue={filter.q}
          onSearch={(value) => change('q', value)}
        />
        {chosen('type', '/type', '11rem')}
        {chosen('line', '/lead/line', '14rem')}
        {chosen('area', '/area', '9rem')}
        <Select<State>
          allowClear
          style={{ width: '9rem' }}
          aria-label={t('catalogue.state')}
          placeholder={t('catalogue.state')}
          value={filter.state}
          options={STATES.map((value) => ({ value, label: t(`catalogue.state-${value}`) }))}
          onChange={(value?: string) => change('state', value)}
        />
      </div>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<CatalogueRow>
        rowKey="code"
        size="small"
        loading={query.isPending}
        dataSource={rows}
        pagination={false}
        locale={{ emptyText: <Empty title={t('catalogue.none')} /> }}
        columns={[
          { title: t('catalogue.code'), dataIndex: 'code', className: 'number' },
          {
            title: t('catalogue.name'),
            dataIndex: 'name',
            render: (name: string, { code, kind }) => (
              <>
                <Link to={`/catalogue/${code}`}>{name}</Link>{' '}
                {kind === 'one-stop' && <Tag>{t('item.one-stop')}</Tag>}
              </>
            ),
          },
          { title: t('catalogue.type'), dataIndex: 'typeName' },
          {
            title: t('catalogue.line'),
            dataIndex: 'line',
            render: (line: string | null) => nameOf('/lead/line', line),
          },
          {
            title: t('catalogue.area'),
            dataIndex: 'area',
            render: (area: string | null) =>
              area === null ? t('catalogue.whole-city') : nameOf('/area', area),
          },
          { title: t('catalogue.state'), render: (_, row) => <Standing row={row} /> },
          { title: t('designer.running'), dataIndex: 'runningCases', align: 'right' },
        ]}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('catalogue.more')}
        </Button>
      )}
      <NewItem open={creating} onClose={() => setCreating(false)} />
    </div>
  );
}

/** 职权分工: the exceptions to line and level, and the items that somewhere nobody decides. */
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { AuthorityRow } from '../api/model.js';
import { Empty, ErrorNotice, Notice } from '../shared/ui.js';
import { AuthorityForm } from './AuthorityForm.js';
import { History } from './History.js';
import { useAct } from './useAct.js';
import '../workbench/workbench.css';
import './register.css';
import '../shared/locales/register.js';

const SHOWN = 30;

function Gaps() {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: ['register', 'gaps'], queryFn: api.authorityGaps });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return null;
  if (data.items.length === 0) return <Notice tone="success" title={t('register.gaps-none')} />;
  return (
    <Notice
      tone="warning"
      title={t('register.gaps-some', { count: data.items.length })}
      testId="gaps"
    >
      <ul className="small">
        {data.items.slice(0, SHOWN).map(({ item, itemName, area, areaName, line, level }) => (
          <li key={`${item}/${area}`}>
            {areaName} · {itemName}（{item}，{t(`line.${line}`, { defaultValue: line })}，
            {t(`level.${level}`)}）
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const keyOf = ({ item, area, replacesLine, replacesLevel }: AuthorityRow) => ({
  ...{ item, area, replacesLine },
  replacesLevel: replacesLevel as 'city' | 'county' | 'township' | 'village',
});

export default function Authorities() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['register', 'authorities'],
    queryFn: () => api.authorities({}),
  });
  const remove = useAct(
    (row: AuthorityRow, key) => api.removeAuthority(keyOf(row), key),
    () => undefined,
  );
  const line = (code: string, level: string) =>
    `${t(`line.${code}`, { defaultValue: code })} · ${t(`level.${level}`)}`;
  return (
    <div className="staff-page">
      <Link to="/organisations">{t('register.back')}</Link>
      <div className="row between">
        <h1>{t('register.authorities')}</h1>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('register.add-authority')}
        </Button>
      </div>
      <p className="muted">{t('register.authorities-why')}</p>
      <Gaps />
      <ErrorNotice error={query.error ?? remove.error} retry={() => void query.refetch()} />
      <Table<AuthorityRow>
        rowKey={(row) => Object.values(keyOf(row)).join('/')}
        size="small"
        scroll={{ x: 'max-content' }}
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('register.no-authorities')} /> }}
        columns={[
          {
            title: t('register.item'),
            key: 'item',
            render: (_, { item, itemName }) => `${itemName ?? ''} ${item}`,
          },
          {
            title: t('register.area'),
            key: 'area',
            render: (_, { area, areaName }) => areaName ?? area,
          },
          {
            title: t('register.replaces'),
            key: 'replaces',
            render: (_, row) => line(row.replacesLine, row.replacesLevel),
          },
          {
            title: t('register.to-body'),
            key: 'to',
            render: (_, row) =>
              row.organisationName ?? (row.line && row.level ? line(row.line, row.level) : '—'),
          },
          { title: t('register.field-inNameOf'), dataIndex: 'inNameOfName' },
          { title: t('register.regulator'), dataIndex: 'regulatorName' },
          { title: t('register.note'), dataIndex: 'note' },
          {
            title: t('action.column'),
            key: 'acts',
            render: (_, row) =>
              row.kept && (
                <Popconfirm title={t('register.remove-sure')} onConfirm={() => remove.mutate(row)}>
                  <Button size="small" danger>
                    {t('register.remove')}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      <h2>{t('register.history')}</h2>
      <History query={{ kind: 'authority' }} named />
      {adding && <AuthorityForm close={() => setAdding(false)} />}
    </div>
  );
}

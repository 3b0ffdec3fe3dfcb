/** What went wrong and waits for a person: mend it, then try again, one or many. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Incident, RetryOutcome } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import './workbench.css';

/** What the case knew when it went wrong. */
function Variables({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['incident', id], queryFn: () => api.incident(id) });
  if (query.error) return <ErrorNotice error={query.error} />;
  if (!query.data) return <Loading lines={2} />;
  return <pre className="small">{JSON.stringify(query.data.variables, null, 2)}</pre>;
}

/** The true result of each that was tried again. */
function Results({ outcomes }: { outcomes: RetryOutcome[] }) {
  const { t } = useTranslation();
  const resolved = outcomes.filter(({ outcome }) => outcome === 'resolved').length;
  const others = outcomes.filter(({ outcome }) => outcome !== 'resolved');
  return (
    <Notice
      tone={others.length > 0 ? 'warning' : 'success'}
      title={t('incident.results', { resolved, others: others.length })}
      testId="retry-results"
    >
      <ul>
        {others.map(({ id, outcome, message }) => (
          <li key={id}>
            <Tag>{t(`incident.outcome-${outcome}`)}</Tag> {id}：{message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function useColumns(retry: { isPending: boolean; mutate: (ids: string[]) => void }) {
  const { t } = useTranslation();
  return [
    {
      title: t('incident.case'),
      dataIndex: 'caseNumber',
      render: (number: string) => (
        <Link className="number" to={`/workbench/cases/${number}`}>
          {number}
        </Link>
      ),
    },
    {
      title: t('incident.element'),
      key: 'element',
      render: (_: unknown, row: Incident) => row.elementName ?? row.element,
    },
    {
      title: t('incident.kind'),
      dataIndex: 'code',
      render: (code: string) => t(`incident.code-${code}`),
    },
    { title: t('incident.message'), dataIndex: 'message' },
    { title: t('incident.at'), dataIndex: 'openedAt', render: momentText },
    {
      title: t('incident.do'),
      dataIndex: 'id',
      render: (id: string) => (
        <Button size="small" disabled={retry.isPending} onClick={() => retry.mutate([id])}>
          {t('action.retry')}
        </Button>
      ),
    },
  ];
}

export default function Incidents() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string[]>([]);
  const query = useQuery({ queryKey: ['incidents'], queryFn: () => api.incidents() });
  const retry = useMutation({
    mutationFn: (ids: string[]) => api.retryIncidents(ids),
    onSettled: async () => {
      setChosen([]);
      await queries.invalidateQueries({ queryKey: ['incidents'] });
    },
  });
  const columns = useColumns(retry);
  return (
    <div className="staff-page">
      <Link to="/workbench">{t('bench.back')}</Link>
      <div className="row between">
        <h1>{t('incident.title')}</h1>
        <Button
          type="primary"
          data-testid="retry-chosen"
          disabled={chosen.length === 0}
          loading={retry.isPending}
          onClick={() => retry.mutate(chosen)}
        >
          {t('incident.retry-chosen', { count: chosen.length })}
        </Button>
      </div>
      <p className="muted">{t('incident.why')}</p>
      <ErrorNotice error={query.error ?? retry.error} />
      {retry.data && <Results outcomes={retry.data.items} />}
      <Table<Incident>
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => setChosen(keys as string[]),
        }}
        expandable={{
          columnTitle: <span className="visually-hidden">{t('action.expand')}</span>,
          expandedRowRender: ({ id }) => <Variables id={id} />,
        }}
        locale={{ emptyText: <Empty title={t('incident.none')} /> }}
        columns={columns}
      />
    </div>
  );
}

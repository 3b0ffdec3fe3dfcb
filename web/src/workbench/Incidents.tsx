/** What went wrong and waits for a person: mend it, then try again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Incident } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import './workbench.css';

export default function Incidents() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['incidents'], queryFn: () => api.incidents() });
  const retry = useMutation({
    mutationFn: (id: string) => api.retryIncident(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['incidents'] }),
  });
  return (
    <div className="staff-page">
      <Link to="/workbench">{t('bench.back')}</Link>
      <h1>{t('incident.title')}</h1>
      <p className="muted">{t('incident.why')}</p>
      <ErrorNotice error={query.error ?? retry.error} />
      <Table<Incident>
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('incident.none')} /> }}
        columns={[
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
              <Button
                size="small"
                loading={retry.isPending && retry.variables === id}
                onClick={() => retry.mutate(id)}
              >
                {t('action.retry')}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

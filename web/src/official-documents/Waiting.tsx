/** Documents that wait for approval or a seal, and what holds them up. */
import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { OfficialDocument } from '../api/model.js';
import { documentAddress, useDocumentName } from '../portal/CaseDocuments.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';

export function Waiting({ query }: { query: UseQueryResult<OfficialDocument[]> }) {
  const { t } = useTranslation();
  const nameOf = useDocumentName();
  const retry = useMutation({
    mutationFn: (id: string) => api.retrySealing(id),
    onSettled: () => query.refetch(),
  });
  return (
    <>
      <ErrorNotice error={retry.error ?? query.error} retry={() => void query.refetch()} />
      <Table<OfficialDocument>
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={query.data ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('paper.none')} /> }}
        columns={[
          {
            title: t('paper.document'),
            key: 'name',
            render: (_: unknown, row) => <Link to={documentAddress(row)}>{nameOf(row)}</Link>,
          },
          {
            title: t('archive.case'),
            dataIndex: 'caseNumber',
            render: (number: string) => <Link to={`/workbench/cases/${number}`}>{number}</Link>,
          },
          { title: t('paper.organisation'), dataIndex: 'organisation' },
          { title: t('paper.drafted'), dataIndex: 'draftedAt', render: momentText },
          {
            title: t('paper.state'),
            dataIndex: 'state',
            render: (state: string) => t(`document.state-${state}`),
          },
          {
            title: t('paper.problem'),
            key: 'problem',
            render: (_: unknown, { problem, returnReason }) => (
              <span className="danger">{problem ?? returnReason}</span>
            ),
          },
          {
            key: 'retry',
            render: (_: unknown, { id, state }) =>
              state === 'sealing' && (
                <Button size="small" onClick={() => retry.mutate(id)}>
                  {t('paper.retry')}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}

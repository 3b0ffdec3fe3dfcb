/** Cases one was sent a copy of: read only, with a mark for what has been read. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import './workbench.css';

export default function Copies() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const query = useQuery({ queryKey: ['copies'], queryFn: api.copies });
  const read = async (id: string, number: string) => {
    await api.readCopy(id);
    await queries.invalidateQueries({ queryKey: ['copies'] });
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    await navigate(`/workbench/cases/${number}`);
  };
  return (
    <div className="staff-page">
      <Link to="/workbench">{t('bench.back')}</Link>
      <h1>{t('bench.copies')}</h1>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={query.data ?? []}
        pagination={{ hideOnSinglePage: true, pageSize: 50 }}
        locale={{ emptyText: <Empty title={t('bench.no-copies')} /> }}
        columns={[
          {
            title: t('bench.case'),
            dataIndex: 'caseNumber',
            render: (number: string, { id, itemName }) => (
              <button
                type="button"
                className="button-link"
                data-testid="open-copy"
                onClick={() => void read(id, number)}
              >
                {itemName} {number}
              </button>
            ),
          },
          { title: t('bench.copy-at'), dataIndex: 'taskName' },
          { title: t('bench.copy-by'), dataIndex: 'byName' },
          { title: t('verb.note'), dataIndex: 'note' },
          { title: t('bench.copy-time'), dataIndex: 'at', render: momentText },
          {
            title: t('bench.copy-read'),
            dataIndex: 'readAt',
            render: (at: string | null) =>
              at ? momentText(at) : <Tag color="blue">{t('bench.unread')}</Tag>,
          },
        ]}
      />
    </div>
  );
}

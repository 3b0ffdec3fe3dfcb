/** What a draft changes in the version before, part by part. */
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Difference, Review } from '../../api/model.js';
import { Empty } from '../ui.js';

export function Differences({ review: { since, total, differences } }: { review: Review }) {
  const { t } = useTranslation();
  const shown = differences.map((difference, row) => ({ ...difference, row }));
  return (
    <>
      <p className="muted">
        {since === null ? t('versions.first') : t('versions.since', { version: since, total })}
      </p>
      <Table<Difference & { row: number }>
        rowKey="row"
        size="small"
        dataSource={shown}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty title={t('versions.same')} /> }}
        columns={[
          {
            title: t('versions.change'),
            dataIndex: 'change',
            render: (change: string) => t(`versions.${change}`),
          },
          {
            title: t('versions.what'),
            dataIndex: 'name',
            render: (name: string, { place }) => (name === place ? name : `${name}（${place}）`),
          },
          { title: t('versions.before'), dataIndex: 'before' },
          { title: t('versions.after'), dataIndex: 'after' },
        ]}
      />
    </>
  );
}

/** Who did and looked at what: the audit log as an auditor searches it, and where its chain stands. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { AuditEntry, AuditSearch } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Notice } from '../shared/ui.js';
import { ActPicker } from './ActPicker.js';
import { actName } from './actName.js';
import { Export } from './Export.js';
import '../workbench/workbench.css';
import '../shared/locales/audit.js';

const OUTCOMES = ['done', 'refused', 'failed'] as const;
const COLOURS: Record<string, string> = { done: 'green', refused: 'orange', failed: 'red' };

interface Conditions extends Omit<AuditSearch, 'from' | 'until'> {
  period?: [{ toISOString(): string } | null, { toISOString(): string } | null] | null;
}

/** What the form holds, as the API asks for it: without what was left empty. */
function searchOf({ period, ...conditions }: Conditions): AuditSearch {
  const [from, until] = [period?.[0]?.toISOString(), period?.[1]?.toISOString()];
  const filled = Object.entries({ ...conditions, from, until }).filter(([, value]) => value);
  return Object.fromEntries(filled) as AuditSearch;
}

function Search({ onSearch }: { onSearch: (search: AuditSearch) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Conditions>();
  return (
    <Form form={form} layout="inline" onFinish={(values) => onSearch(searchOf(values))}>
      <Form.Item name="person">
        <Input allowClear aria-label={t('audit.person')} placeholder={t('audit.person')} />
      </Form.Item>
      <Form.Item name="case">
        <Input allowClear aria-label={t('audit.case')} placeholder={t('audit.case')} />
      </Form.Item>
      <Form.Item name="target">
        <Input allowClear aria-label={t('audit.target')} placeholder={t('audit.target')} />
      </Form.Item>
      <Form.Item name="act">
        <ActPicker />
      </Form.Item>
      <Form.Item name="looked">
        <Input allowClear aria-label={t('audit.looked')} placeholder={t('audit.looked')} />
      </Form.Item>
      <Form.Item name="address">
        <Input allowClear aria-label={t('audit.address')} placeholder={t('audit.address')} />
      </Form.Item>
      <Form.Item name="trace">
        <Input allowClear aria-label={t('audit.trace')} placeholder={t('audit.trace')} />
      </Form.Item>
      <Form.Item name="outcome">
        <Select
          allowClear
          style={{ width: '8rem' }}
          aria-label={t('audit.outcome')}
          placeholder={t('audit.outcome')}
          options={OUTCOMES.map((value) => ({ value, label: t(`audit.outcome-${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="period">
        <DatePicker.RangePicker
          showTime
          allowEmpty={[true, true]}
          placeholder={[t('audit.from'), t('audit.until')]}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" data-testid="audit-search">
        {t('audit.search')}
      </Button>
    </Form>
  );
}

function Chain() {
  const { t } = useTranslation();
  const chain = useQuery({ queryKey: ['audit-chain'], queryFn: () => api.auditChain() });
  if (!chain.data) return <ErrorNotice error={chain.error} />;
  const { sealed, waiting, digest } = chain.data;
  return (
    <Notice title={t('audit.chain', { sealed, waiting })}>
      <span className="small">
        {t('audit.digest')} <code>{digest}</code>
      </span>
    </Notice>
  );
}

function useColumns() {
  const { t } = useTranslation();
  return [
    { title: t('audit.at'), dataIndex: 'at', render: momentText },
    {
      title: t('audit.who'),
      key: 'who',
      render: (_: unknown, { person, personName }: AuditEntry) =>
        personName ?? person ?? t('audit.system'),
    },
    { title: t('audit.post'), dataIndex: 'postTitle' },
    {
      title: t('audit.act'),
      dataIndex: 'act',
      render: (act: string) => <span title={act}>{actName(t, act)}</span>,
    },
    { title: t('audit.target'), dataIndex: 'target' },
    {
      title: t('audit.outcome'),
      dataIndex: 'outcome',
      render: (outcome: string) => (
        <Tag color={COLOURS[outcome]}>{t(`audit.outcome-${outcome}`)}</Tag>
      ),
    },
    {
      title: t('audit.detail'),
      dataIndex: 'detail',
      render: (detail: AuditEntry['detail']) =>
        Object.keys(detail).length > 0 && <code className="small">{JSON.stringify(detail)}</code>,
    },
    { title: t('audit.address'), dataIndex: 'address' },
    {
      title: t('audit.trace'),
      dataIndex: 'trace',
      render: (trace: string | null) => trace && <code className="small">{trace}</code>,
    },
    {
      title: t('audit.sequence'),
      dataIndex: 'sequence',
      render: (sequence: number | null) => (
        <span className="number">{sequence ?? t('audit.unsealed')}</span>
      ),
    },
  ];
}

export default function Audit() {
  const { t } = useTranslation();
  const [search, setSearch] = useState<AuditSearch>({});
  const query = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam }) => api.searchAudit(search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const columns = useColumns();
  return (
    <div className="staff-page">
      <h1>{t('audit.title')}</h1>
      <p className="muted">{t('audit.why')}</p>
      <Chain />
      <Search onSearch={setSearch} />
      <Export search={search} />
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <div className="scrolling" role="region" aria-label={t('audit.title')} tabIndex={0}>
        <Table<AuditEntry>
          rowKey="id"
          size="small"
          loading={query.isPending}
          dataSource={query.data?.pages.flatMap(({ items }) => items) ?? []}
          pagination={false}
          locale={{ emptyText: <Empty title={t('audit.none')}>{t('audit.none-hint')}</Empty> }}
          columns={columns}
        />
      </div>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </div>
  );
}

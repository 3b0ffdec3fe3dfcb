/** 归档: packages of finished cases, what their check found, and whether the e-archive signed for them. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ArchivePackage } from '../api/model.js';
import { momentText, sizeText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';

const STATES = ['due', 'packed', 'checked', 'handed-over', 'received', 'failed'];
const TONES: Record<string, string> = { received: 'success', failed: 'danger' };
const REFRESH_MS = 5000;

function Check({ one }: { one: ArchivePackage }) {
  const { t } = useTranslation();
  if (one.findings.length > 0) {
    return (
      <ul className="danger">
        {one.findings.map(({ message }, index) => (
          <li key={index}>{message}</li>
        ))}
      </ul>
    );
  }
  if (one.problem) return <span className="danger">{one.problem}</span>;
  return <>{one.checkedAt ? t('archive.passed') : '—'}</>;
}

/** Of which case a package is, which one it follows, and whether a new one is due. */
function Case({ one: { caseNumber, follows, outdated } }: { one: ArchivePackage }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/workbench/cases/${caseNumber}`}>{caseNumber}</Link>
      {follows && (
        <div className="small muted">
          {t('archive.follows', { receipt: follows.receiptNumber ?? follows.id })}
        </div>
      )}
      {outdated && <div className="small danger">{t('archive.outdated')}</div>}
    </>
  );
}

export default function Archives() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [state, setState] = useState('');
  const query = useInfiniteQuery({
    queryKey: ['archives', state],
    queryFn: ({ pageParam }) => api.archives(state || undefined, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: REFRESH_MS,
  });
  const request = useMutation({
    mutationFn: (number: string) => api.requestArchive(number),
    onSettled: () => queries.invalidateQueries({ queryKey: ['archives'] }),
  });
  return (
    <div className="staff-page">
      <h1>{t('archive.title')}</h1>
      <p className="muted">{t('archive.why')}</p>
      <div className="row between">
        <Form<{ number: string }>
          layout="inline"
          requiredMark={false}
          onFinish={({ number }) => request.mutate(number.trim())}
        >
          <Form.Item name="number" rules={[{ required: true, message: t('archive.needed') }]}>
            <Input
              style={{ width: '16rem' }}
              aria-label={t('archive.case')}
              placeholder={t('archive.case')}
              maxLength={40}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={request.isPending}>
            {t('archive.request')}
          </Button>
        </Form>
        <Select
          style={{ width: '10rem' }}
          aria-label={t('archive.state')}
          value={state}
          onChange={setState}
          options={[
            { value: '', label: t('archive.all') },
            ...STATES.map((each) => ({ value: each, label: t(`archive.state-${each}`) })),
          ]}
        />
      </div>
      <ErrorNotice error={request.error ?? query.error} retry={() => void query.refetch()} />
      <Table<ArchivePackage>
        rowKey="id"
        size="small"
        style={{ marginTop: '1rem' }}
        loading={query.isPending}
        dataSource={query.data?.pages.flatMap(({ items }) => items) ?? []}
        pagination={false}
        locale={{
          emptyText: <Empty title={t('archive.none')}>{t('archive.none-hint')}</Empty>,
        }}
        columns={[
          {
            title: t('archive.case'),
            key: 'case',
            render: (_: unknown, one) => <Case one={one} />,
          },
          { title: t('archive.item'), dataIndex: 'itemName' },
          { title: t('archive.department'), dataIndex: 'department' },
          { title: t('archive.requested'), dataIndex: 'requestedAt', render: momentText },
          {
            title: t('archive.state'),
            dataIndex: 'state',
            render: (one: string) => (
              <span className={`tag tag-${TONES[one] ?? 'info'}`} data-state={one}>
                {t(`archive.state-${one}`)}
              </span>
            ),
          },
          {
            title: t('archive.size'),
            key: 'size',
            render: (_: unknown, { size, files }) =>
              size === null ? '—' : `${files} · ${sizeText(size)}`,
          },
          {
            title: t('archive.check'),
            key: 'check',
            render: (_: unknown, one) => <Check one={one} />,
          },
          {
            title: t('archive.receipt'),
            key: 'receipt',
            render: (_: unknown, { receiptNumber, receivedAt }) =>
              receiptNumber ? `${receiptNumber} ${momentText(receivedAt)}` : '—',
          },
          {
            title: t('action.column'),
            key: 'acts',
            render: (_: unknown, { id, state: one, size, caseNumber, outdated }) => (
              <span className="row">
                {size !== null && (
                  <a href={`/api/archives/${id}/package`} download>
                    {t('archive.download')}
                  </a>
                )}
                {(one === 'failed' || outdated) && (
                  <Button size="small" onClick={() => request.mutate(caseNumber)}>
                    {t('archive.again')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('archive.more')}
        </Button>
      )}
    </div>
  );
}

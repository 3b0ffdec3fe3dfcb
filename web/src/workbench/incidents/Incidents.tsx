/** What went wrong and waits for a person: found, mended, tried again, one or many; and what was mended before. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import type { Incident } from '../../api/model.js';
import { momentText } from '../../shared/time.js';
import { Empty, ErrorNotice } from '../../shared/ui.js';
import '../workbench.css';
import { Repair } from './Repair.js';
import { type Bulk, Results } from './Results.js';

type State = 'open' | 'resolved';

/** What is looked for among them. */
interface Sought {
  code: string | null;
  text: string;
}

const found = ({ code, text }: Sought, row: Incident): boolean =>
  (code === null || row.code === code) &&
  [row.caseNumber, row.itemName, row.element, row.elementName ?? '', row.message].some((part) =>
    part.toLowerCase().includes(text.trim().toLowerCase()),
  );

function useColumns(state: State, onRetry: (id: string) => void) {
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
    { title: t('incident.item'), dataIndex: 'itemName' },
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
    state === 'open'
      ? {
          title: t('incident.do'),
          dataIndex: 'id',
          render: (id: string) => (
            <Button size="small" onClick={() => onRetry(id)}>
              {t('action.retry')}
            </Button>
          ),
        }
      : { title: t('incident.resolved-at'), dataIndex: 'resolvedAt', render: momentText },
  ];
}

export default function Incidents() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const [state, setState] = useState<State>('open');
  const [sought, setSought] = useState<Sought>({ code: null, text: '' });
  const [bulk, setBulk] = useState<Bulk>();
  const query = useQuery({
    queryKey: ['incidents', { state }],
    queryFn: () => api.incidents({ state }),
  });
  const retry = (ids: string[]) => {
    setChosen([]);
    setBulk({ ids, key: newKey() });
  };
  const columns = useColumns(state, (id) => retry([id]));
  const all = query.data?.items ?? [];
  const rows = all.filter((row) => found(sought, row));
  const codes = [...new Set(all.map(({ code }) => code))];
  return (
    <div className="staff-page">
      <Link to="/workbench">{t('bench.back')}</Link>
      <div className="row between">
        <h1>{t('incident.title')}</h1>
        <Button
          type="primary"
          data-testid="retry-chosen"
          disabled={chosen.length === 0}
          onClick={() => retry(chosen)}
        >
          {t('incident.retry-chosen', { count: chosen.length })}
        </Button>
      </div>
      <p className="muted">{t('incident.why')}</p>
      <ErrorNotice error={query.error} />
      {bulk && <Results key={bulk.key} bulk={bulk} />}
      <div className="row">
        <Segmented<State>
          value={state}
          onChange={(next) => {
            setChosen([]);
            setState(next);
          }}
          options={(['open', 'resolved'] as const).map((value) => ({
            value,
            label: t(`incident.state-${value}`),
          }))}
        />
        <Select
          allowClear
          style={{ width: '12rem' }}
          aria-label={t('incident.kind')}
          placeholder={t('incident.kind')}
          value={sought.code}
          onChange={(code: string | undefined) => setSought({ ...sought, code: code ?? null })}
          options={codes.map((value) => ({ value, label: t(`incident.code-${value}`) }))}
        />
        <Input.Search
          style={{ width: '20rem' }}
          aria-label={t('incident.seek')}
          placeholder={t('incident.seek')}
          allowClear
          onChange={({ target }) => setSought({ ...sought, text: target.value })}
        />
      </div>
      <Table<Incident>
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={rows}
        pagination={false}
        rowSelection={
          state === 'open'
            ? { selectedRowKeys: chosen, onChange: (keys) => setChosen(keys as string[]) }
            : undefined
        }
        expandable={{
          columnTitle: <span className="visually-hidden">{t('action.expand')}</span>,
          expandedRowRender: ({ id }) => <Repair id={id} open={state === 'open'} />,
        }}
        locale={{ emptyText: <Empty title={t('incident.none')} /> }}
        columns={columns}
      />
    </div>
  );
}

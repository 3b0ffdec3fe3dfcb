/** What is over its limit or soon will be, by department and item. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { InputNumber, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { SupervisionRow } from '../api/model.js';
import { dueMoment } from '../shared/time.js';
import { Empty, ErrorNotice, Light, StateTag } from '../shared/ui.js';
import '../workbench/workbench.css';
import './supervision.css';

type View = 'overdue' | 'due-soon';
const DAY = 86_400_000;
const REFRESH_MS = 30_000;

const departmentOf = (row: SupervisionRow) => row.stepDepartment ?? row.leadDepartment;

/** Natural days from now to the limit; negative = over. */
function daysTo(row: SupervisionRow, now: number): number {
  return (Date.parse(row.firstDueAt) - now) / DAY;
}

function countBy(rows: SupervisionRow[], name: (row: SupervisionRow) => string) {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(name(row), (counts.get(name(row)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

interface BarsProps {
  title: string;
  rows: [string, number][];
  chosen: string | undefined;
  onChoose: (name: string | undefined) => void;
}

/** Each bar is a button that filters the table below. */
function Bars({ title, rows, chosen, onChoose }: BarsProps) {
  const most = rows[0]?.[1] ?? 1;
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul className="bars">
        {rows.slice(0, 8).map(([name, count]) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={chosen === name}
              onClick={() => onChoose(chosen === name ? undefined : name)}
            >
              <span className="bars-name">{name}</span>
              <span className="bars-track">
                <span className="bars-bar" style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span className="number">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Days({ row, now }: { row: SupervisionRow; now: number }) {
  const { t } = useTranslation();
  const days = daysTo(row, now);
  const count = Math.max(1, Math.ceil(Math.abs(days)));
  return (
    <span className="number">
      {t(days < 0 ? 'supervision.over' : 'supervision.left', { count })}
    </span>
  );
}

function useColumns(now: number) {
  const { t } = useTranslation();
  return [
    {
      title: t('supervision.light'),
      dataIndex: 'light',
      render: (light: SupervisionRow['light']) => <Light light={light} />,
    },
    {
      title: t('supervision.case'),
      dataIndex: 'number',
      render: (number: string) => (
        <Link className="number" to={`/workbench/cases/${number}`}>
          {number}
        </Link>
      ),
    },
    { title: t('supervision.item'), dataIndex: 'itemName' },
    {
      title: t('supervision.step'),
      key: 'step',
      render: (_: unknown, row: SupervisionRow) =>
        row.step ?? <StateTag state={row.state} name={row.stateName} />,
    },
    {
      title: t('supervision.department'),
      key: 'department',
      render: (_: unknown, row: SupervisionRow) => departmentOf(row),
    },
    { title: t('supervision.region'), dataIndex: 'regionName' },
    {
      title: t('supervision.limit'),
      dataIndex: 'limit',
      render: (limit: string) => t(`supervision.limit-${limit}`),
    },
    {
      title: t('supervision.due'),
      dataIndex: 'firstDueAt',
      defaultSortOrder: 'ascend' as const,
      sorter: (a: SupervisionRow, b: SupervisionRow) => a.firstDueAt.localeCompare(b.firstDueAt),
      render: (at: string) => <span className="number">{dueMoment(at)}</span>,
    },
    {
      title: t('supervision.days'),
      key: 'days',
      render: (_: unknown, row: SupervisionRow) => <Days row={row} now={now} />,
    },
  ];
}

export default function Supervision() {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('overdue');
  const [days, setDays] = useState(5);
  const [department, setDepartment] = useState<string>();
  const [item, setItem] = useState<string>();
  const query = useQuery({
    queryKey: ['supervision', view, days],
    queryFn: () => api.supervision(view, days),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(query.dataUpdatedAt);
  const all = query.data?.items ?? [];
  const rows = all.filter(
    (row) => (!department || departmentOf(row) === department) && (!item || row.itemName === item),
  );
  const items = countBy(all, (row) => row.itemName);
  return (
    <div className="staff-page">
      <div className="row between">
        <h1>{t('nav.supervision')}</h1>
        <div className="row">
          {view === 'due-soon' && (
            <label className="row small">
              {t('supervision.within')}
              <InputNumber
                min={1}
                max={90}
                value={days}
                onChange={(value) => setDays(value ?? 5)}
              />
            </label>
          )}
          <Select
            allowClear
            style={{ minWidth: '14rem' }}
            aria-label={t('supervision.item')}
            placeholder={t('supervision.all-items')}
            value={item}
            onChange={setItem}
            options={items.map(([name]) => ({ value: name, label: name }))}
          />
          <Segmented<View>
            value={view}
            onChange={setView}
            options={[
              {
                value: 'overdue',
                label: <span data-testid="view-overdue">{t('supervision.overdue')}</span>,
              },
              {
                value: 'due-soon',
                label: <span data-testid="view-due-soon">{t('supervision.due-soon')}</span>,
              },
            ]}
          />
        </div>
      </div>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {all.length > 0 && (
        <div className="bars-pair">
          <Bars
            title={t('supervision.by-department')}
            rows={countBy(all, departmentOf)}
            chosen={department}
            onChoose={setDepartment}
          />
          <Bars title={t('supervision.by-item')} rows={items} chosen={item} onChoose={setItem} />
        </div>
      )}
      <Table<SupervisionRow>
        rowKey="number"
        size="small"
        loading={query.isPending}
        dataSource={rows}
        columns={columns}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty title={t(`supervision.none-${view}`)} /> }}
        data-testid="supervision-table"
      />
    </div>
  );
}

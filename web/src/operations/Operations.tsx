/** 运行情况: whether every part is up, and how the tasks behind the requests go in each process. */
import { useQuery } from '@tanstack/react-query';
import { Table, Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { RecurringTask } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Notice } from '../shared/ui.js';
import { EndSessions } from './EndSessions.js';
import '../workbench/workbench.css';

/** How often the page asks again, ms: as often as processes report. */
const ASK_EVERY = 5_000;
/** A process not heard of for so long is away, ms. */
const AWAY = 60_000;

type State = 'failing' | 'away' | 'running' | 'resting';
const COLOURS: Record<State, string> = {
  failing: 'red',
  away: 'orange',
  running: 'blue',
  resting: 'green',
};

function stateOf({ failedInARow, seenAt, startedAt, endedAt }: RecurringTask): State {
  if (failedInARow > 0) return 'failing';
  if (Date.now() - Date.parse(seenAt) > AWAY) return 'away';
  return startedAt && (!endedAt || endedAt < startedAt) ? 'running' : 'resting';
}

function Parts() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: api.health,
    refetchInterval: ASK_EVERY,
  });
  if (!data) return null;
  const down = Object.entries(data.parts).filter(([, up]) => !up);
  const names = down.map(([part]) => t(`operations.part-${part}`)).join('、');
  return down.length === 0 ? (
    <Notice tone="success" title={t('operations.all-up')} />
  ) : (
    <Notice tone="danger" title={t('operations.down', { parts: names })} />
  );
}

function useColumns(): ColumnsType<RecurringTask> {
  const { t } = useTranslation();
  return [
    {
      title: t('operations.task'),
      dataIndex: 'name',
      render: (name: string) => (
        <span title={name}>{t(`operations.task-${name}`, { defaultValue: name })}</span>
      ),
    },
    {
      title: t('operations.state'),
      key: 'state',
      render: (_, task) => (
        <Tag color={COLOURS[stateOf(task)]}>{t(`operations.state-${stateOf(task)}`)}</Tag>
      ),
    },
    { title: t('operations.process'), dataIndex: 'process' },
    {
      title: t('operations.every'),
      dataIndex: 'every',
      render: (every: number) => t('operations.seconds', { seconds: every / 1000 }),
    },
    { title: t('operations.last'), dataIndex: 'startedAt', render: momentText },
    { title: t('operations.next'), dataIndex: 'nextAt', render: momentText },
    { title: t('operations.runs'), dataIndex: 'runs', align: 'right' },
    { title: t('operations.failures'), dataIndex: 'failures', align: 'right' },
    { title: t('operations.item-failures'), dataIndex: 'itemFailures', align: 'right' },
    { title: t('operations.failed-at'), dataIndex: 'lastFailedAt', render: momentText },
    { title: t('operations.error'), dataIndex: 'lastError' },
  ];
}

export default function Operations() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['recurring-tasks'],
    queryFn: api.recurringTasks,
    refetchInterval: ASK_EVERY,
  });
  const columns = useColumns();
  return (
    <div className="staff-page">
      <Link to="/designer">{t('designer.back')}</Link>
      <h1>{t('operations.title')}</h1>
      <p className="muted">{t('operations.why')}</p>
      <Parts />
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<RecurringTask>
        rowKey={({ name, process }) => `${name}/${process}`}
        size="small"
        scroll={{ x: 'max-content' }}
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('operations.none')} /> }}
        columns={columns}
      />
      <EndSessions />
    </div>
  );
}

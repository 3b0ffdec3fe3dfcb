/** The list of tasks: the department's pool or one's own, with counts and lights. */
import { Segmented, Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskPage, TaskSummary } from '../api/model.js';
import { dueMoment, momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Light, Loading } from '../shared/ui.js';

export type View = 'pool' | 'mine';

interface RowProps {
  task: TaskSummary;
  current: boolean;
  onOpen: (id: string) => void;
}

function Row({ task, current, onOpen }: RowProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li>
      <button
        type="button"
        ref={button}
        className="bench-task"
        aria-current={current}
        data-testid="task-row"
        data-case={task.caseNumber}
        onClick={() => onOpen(task.id)}
      >
        <span className="bench-task-title">
          <span>{task.name}</span>
          <Light light={task.light} />
        </span>
        <span className="bench-task-meta">
          <span>{task.itemName}</span>
          <span>{task.applicantName}</span>
        </span>
        <span className="bench-task-meta">
          <span>{task.regionName}</span>
          <span className="number">
            {task.dueAt
              ? t('bench.due', { time: dueMoment(task.dueAt) })
              : momentText(task.openedAt)}
          </span>
        </span>
      </button>
    </li>
  );
}

interface Props {
  view: View;
  page: TaskPage | undefined;
  loading: boolean;
  error: Error | null;
  selected: string | undefined;
  item: string;
  onItem: (item: string) => void;
  onView: (view: View) => void;
  onOpen: (id: string) => void;
  onHelp: () => void;
}

export function Inbox(props: Props) {
  const { t } = useTranslation();
  const { page } = props;
  const rows = page?.items ?? [];
  const items = new Map(rows.map((row) => [row.itemCode, row.itemName]));
  const count = (name: string, value: number | undefined) =>
    value === undefined ? name : `${name} ${value}`;
  return (
    <nav className="bench-inbox" aria-label={t('bench.inbox')}>
      <div className="bench-inbox-head">
        <Segmented<View>
          block
          value={props.view}
          aria-label={t('bench.inbox')}
          onChange={props.onView}
          options={[
            {
              value: 'pool',
              label: <span data-testid="view-pool">{count(t('bench.pool'), page?.pool)}</span>,
            },
            {
              value: 'mine',
              label: <span data-testid="view-mine">{count(t('bench.mine'), page?.mine)}</span>,
            },
          ]}
        />
        <Select
          allowClear
          aria-label={t('bench.filter')}
          placeholder={t('bench.filter')}
          value={props.item || undefined}
          onChange={(value) => props.onItem(value ?? '')}
          options={[...items].map(([value, label]) => ({ value, label }))}
        />
        <span className="row between small">
          <Link to="/workbench/incidents">{t('bench.incidents')}</Link>
          <button type="button" className="button-link button button-small" onClick={props.onHelp}>
            {t('bench.help')} <kbd>?</kbd>
          </button>
        </span>
      </div>
      <ErrorNotice error={props.error} />
      {props.loading && <Loading />}
      {!props.loading && rows.length === 0 && (
        <Empty title={t(`bench.empty-${props.view}`)}>{t(`bench.empty-${props.view}-hint`)}</Empty>
      )}
      <ul className="bench-list">
        {rows.map((task) => (
          <Row
            key={task.id}
            task={task}
            current={task.id === props.selected}
            onOpen={props.onOpen}
          />
        ))}
      </ul>
    </nav>
  );
}

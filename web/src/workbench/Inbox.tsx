/** The list of tasks: the department's pool, one's own, what is out for an opinion, what is done; with counts and lights. */
import { Input, Segmented, Select, Tag, type InputRef } from 'antd';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InboxQuery, InboxView, TaskPage, TaskSummary } from '../api/model.js';
import { Empty, ErrorNotice, Light, Loading } from '../shared/ui.js';
import { badgesOf, columnsOf, LINES } from './rowFields.js';
import { SavedViews } from './SavedViews.js';

export const VIEWS: readonly InboxView[] = ['pool', 'mine', 'delegated', 'done'];

interface RowProps {
  task: TaskSummary;
  current: boolean;
  marked: boolean;
  onMark: (id: string) => void;
  onOpen: (id: string) => void;
}

function Row({ task, current, marked, onMark, onOpen }: RowProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li className="bench-row">
      <input
        type="checkbox"
        aria-label={t('bench.mark', { name: task.name })}
        data-testid="mark"
        checked={marked}
        onChange={() => onMark(task.id)}
      />
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
          <span>
            {task.name}
            {badgesOf(task).map((badge) => (
              <Tag key={badge} color={badge === 'urged' ? 'red' : 'blue'} className="bench-badge">
                {t(`bench.badge-${badge}`)}
              </Tag>
            ))}
          </span>
          <Light light={task.light} />
        </span>
        {LINES.map((line) => (
          <span key={line} className="bench-task-meta">
            {columnsOf(line).map(({ name, show }) => (
              <span key={name}>{show(task, t)}</span>
            ))}
          </span>
        ))}
      </button>
    </li>
  );
}

interface Props {
  query: InboxQuery & { view: InboxView };
  onQuery: (query: InboxQuery & { view: InboxView }) => void;
  page: TaskPage | undefined;
  loading: boolean;
  error: Error | null;
  selected: string | undefined;
  marked: ReadonlySet<string>;
  onMark: (id: string) => void;
  onOpen: (id: string) => void;
  onHelp: () => void;
  search: RefObject<InputRef | null>;
  children?: ReactNode;
}

export function Inbox(props: Props) {
  const { t } = useTranslation();
  const { page, query, onQuery } = props;
  const { view } = query;
  const rows = page?.items ?? [];
  const items = new Map(rows.map((row) => [row.itemCode, row.itemName]));
  if (query.item && !items.has(query.item)) items.set(query.item, query.item);
  const counts = {
    pool: page?.pool,
    mine: page?.mine,
    delegated: page?.delegated,
    done: undefined,
  };
  return (
    <nav className="bench-inbox" aria-label={t('bench.inbox')}>
      <div className="bench-inbox-head">
        <Segmented<InboxView>
          block
          value={view}
          aria-label={t('bench.inbox')}
          onChange={(next) => onQuery({ ...query, view: next })}
          options={VIEWS.map((value) => ({
            value,
            label: (
              <span data-testid={`view-${value}`}>
                {t(`bench.${value}`)} {counts[value]}
              </span>
            ),
          }))}
        />
        <SavedViews query={query} onQuery={onQuery} />
        <Input.Search
          ref={props.search}
          allowClear
          key={query.q}
          defaultValue={query.q}
          aria-label={t('bench.search')}
          placeholder={t('bench.search')}
          onSearch={(words) => onQuery({ ...query, q: words.trim() || undefined })}
        />
        <span className="bench-filters">
          <Select
            allowClear
            aria-label={t('bench.filter')}
            placeholder={t('bench.filter')}
            value={query.item}
            onChange={(item?: string) => onQuery({ ...query, item })}
            options={[...items].map(([value, label]) => ({ value, label }))}
          />
          <Select
            allowClear
            aria-label={t('bench.due-filter')}
            placeholder={t('bench.due-filter')}
            value={query.due}
            onChange={(due?: InboxQuery['due']) => onQuery({ ...query, due })}
            options={(['overdue', 'soon', 'week'] as const).map((value) => ({
              value,
              label: t(`bench.due-${value}`),
            }))}
          />
        </span>
        <span className="row between small">
          <Link to="/workbench/copies" data-testid="copies">
            {t('bench.copies')} {page?.copies || ''}
          </Link>
          <Link to="/workbench/deputies">{t('bench.deputies')}</Link>
          <Link to="/workbench/incidents">{t('bench.incidents')}</Link>
          <button type="button" className="button-link button button-small" onClick={props.onHelp}>
            {t('bench.help')} <kbd>?</kbd>
          </button>
        </span>
      </div>
      <ErrorNotice error={props.error} />
      {props.loading && <Loading />}
      {!props.loading && rows.length === 0 && (
        <Empty title={t(`bench.empty-${view}`)}>{t(`bench.empty-${view}-hint`)}</Empty>
      )}
      <ul className="bench-list">
        {rows.map((task) => (
          <Row
            key={task.id}
            task={task}
            current={task.id === props.selected}
            marked={props.marked.has(task.id)}
            onMark={props.onMark}
            onOpen={props.onOpen}
          />
        ))}
      </ul>
      {props.children}
    </nav>
  );
}

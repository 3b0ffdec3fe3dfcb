/** Three panes: inbox | case | opinion and outcome. Everything can be done by keyboard. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import { useSession } from '../shared/session.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import { ActPane, type ActHandle } from './ActPane.js';
import { CasePane } from './CasePane.js';
import { HelpSheet } from './HelpSheet.js';
import { Inbox, type View } from './Inbox.js';
import { useKeys } from './keys.js';
import './workbench.css';

const REFRESH_MS = 15_000;

function useTasks(view: View, item: string) {
  return useQuery({
    queryKey: ['tasks', view, item],
    queryFn: () => api.tasks(view, item || undefined),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

export default function Workbench() {
  const { t } = useTranslation();
  const params = useParams();
  const view: View = params.view === 'mine' ? 'mine' : 'pool';
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { session } = useSession();
  const [item, setItem] = useState('');
  const [help, setHelp] = useState(false);
  const act = useRef<ActHandle>(null);
  const tasks = useTasks(view, item);
  const rows = tasks.data?.items ?? [];
  const selected = params.task;
  const at = rows.findIndex((row) => row.id === selected);

  const open = useCallback(
    (id: string | undefined, to: View = view) =>
      void navigate(id ? `/workbench/${to}/${encodeURIComponent(id)}` : `/workbench/${to}`),
    [navigate, view],
  );
  const first = rows[0]?.id;
  useEffect(() => {
    if (!selected && first)
      void navigate(`/workbench/${view}/${encodeURIComponent(first)}`, { replace: true });
  }, [selected, first, view, navigate]);

  const task = useQuery({
    queryKey: ['task', selected],
    queryFn: () => api.task(selected!),
    enabled: selected !== undefined,
  });

  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    await queries.invalidateQueries({ queryKey: ['task'] });
    await queries.invalidateQueries({ queryKey: ['diagram'] });
  };
  /** After a task is done the next one is there; the list is read again behind it. */
  const goOn = async () => {
    void message.success(t('bench.done'));
    const next = rows[at + 1] ?? rows[at - 1];
    if (next) open(next.id);
    else open(undefined, 'pool');
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    await queries.invalidateQueries({ queryKey: ['diagram'] });
  };

  useKeys({
    j: () => open((rows[at + 1] ?? rows[at] ?? rows[0])?.id),
    k: () => open((rows[at - 1] ?? rows[0])?.id),
    c: () => act.current?.claim(),
    r: () => act.current?.release(),
    o: () => act.current?.focusOpinion(),
    g: () => open(undefined, view === 'pool' ? 'mine' : 'pool'),
    digit: (digit) => act.current?.choose(digit - 1),
    submit: () => act.current?.complete(),
    '?': () => setHelp(true),
  });

  return (
    <div className="bench">
      <h1 className="visually-hidden">{t('nav.workbench')}</h1>
      <Inbox
        view={view}
        page={tasks.data}
        loading={tasks.isPending}
        error={tasks.error}
        selected={selected}
        item={item}
        onItem={setItem}
        onView={(next) => open(undefined, next)}
        onOpen={open}
        onHelp={() => setHelp(true)}
      />
      {!selected && (
        <div className="bench-empty">
          {!tasks.isPending && (
            <Empty title={t('bench.all-done')}>{t('bench.all-done-hint')}</Empty>
          )}
        </div>
      )}
      {selected && (
        <section className="bench-case" aria-label={t('bench.case')}>
          {task.isPending && <Loading lines={7} />}
          <ErrorNotice error={task.error} retry={() => void task.refetch()} />
          {task.data && <CasePane key={task.data.id} task={task.data} />}
        </section>
      )}
      {selected && (
        <aside className="bench-act" aria-label={t('bench.act')}>
          {task.data && session && (
            <ActPane
              key={task.data.id}
              ref={act}
              task={task.data}
              me={session.person.id}
              onChanged={refresh}
              onClaimed={() => open(selected, 'mine')}
              onDone={goOn}
            />
          )}
        </aside>
      )}
      <HelpSheet open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

/** Three panes: inbox | case | opinion and outcome. Everything can be done by keyboard. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { InboxQuery, InboxView, TaskDetail } from '../api/model.js';
import { askEvery } from '../shared/news.js';
import { useSession } from '../shared/session.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import { ActPane, type ActHandle } from './ActPane.js';
import { CasePane } from './CasePane.js';
import { HelpSheet } from './HelpSheet.js';
import { BulkBar, type BulkHandle } from './BulkBar.js';
import { Inbox, VIEWS } from './Inbox.js';
import { useKeys } from './keys.js';
import { VERB_KEYS, VERBS, type Verb } from './verbs/list.js';
import './workbench.css';

const REFRESH_MS = 10_000;

function useTasks(query: InboxQuery) {
  return useQuery({
    queryKey: ['tasks', query],
    queryFn: () => api.tasks(query),
    refetchInterval: askEvery(REFRESH_MS),
    placeholderData: keepPreviousData,
  });
}

/** Tasks chosen for a bulk action; another view begins with none. */
function useMarks(view: string) {
  const [marks, setMarks] = useState<{ view: string; ids: ReadonlySet<string> }>({
    view,
    ids: new Set(),
  });
  const ids: ReadonlySet<string> = marks.view === view ? marks.ids : new Set();
  return {
    ids,
    clear: () => setMarks({ view, ids: new Set() }),
    all: (every: string[]) => setMarks({ view, ids: new Set(every) }),
    toggle: (id: string) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setMarks({ view, ids: next });
    },
  };
}

/** What came on the screen, for who does not see it: the task that was opened, or how many were found. */
function Announced({ task, found }: { task: TaskDetail | undefined; found: number | undefined }) {
  const { t } = useTranslation();
  const opened = task && {
    ...{ name: task.name, item: task.case.item.name },
    ...{ applicant: task.case.applicantName, number: task.case.number },
  };
  return (
    <p className="visually-hidden" role="status" data-testid="announced">
      {found !== undefined && `${t('bench.found', { count: found })} `}
      {opened && t('bench.opened', opened)}
    </p>
  );
}

export default function Workbench() {
  const { t } = useTranslation();
  const params = useParams();
  const view: InboxView = VIEWS.find((one) => one === params.view) ?? 'pool';
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { session } = useSession();
  const [filter, setFilter] = useState<InboxQuery>({});
  const marks = useMarks(view);
  const search = useRef<InputRef>(null);
  const [help, setHelp] = useState(false);
  const act = useRef<ActHandle>(null);
  const bulk = useRef<BulkHandle>(null);
  const query = { ...filter, view };
  const tasks = useTasks(query);
  const rows = tasks.data?.items ?? [];
  // What is asked for has not come yet: the rows are of what was asked before.
  const fresh = tasks.isSuccess && !tasks.isPlaceholderData;
  const listed = rows.some((row) => row.id === params.task);
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  // Nobody acts on what the list has left out; a link leads to what stands further down too.
  const selected = narrowed && !(fresh && listed) ? undefined : params.task;
  const at = rows.findIndex((row) => row.id === selected);
  const many = rows.some(({ id }) => marks.ids.has(id));

  const open = useCallback(
    (id: string | undefined, to: InboxView = view) =>
      void navigate(id ? `/workbench/${to}/${encodeURIComponent(id)}` : `/workbench/${to}`),
    [navigate, view],
  );
  const first = fresh ? rows[0]?.id : undefined;
  useEffect(() => {
    if (!selected && first)
      void navigate(`/workbench/${view}/${encodeURIComponent(first)}`, { replace: true });
  }, [selected, first, view, navigate]);

  const task = useQuery({
    queryKey: ['task', selected],
    queryFn: () => api.task(selected!),
    enabled: selected !== undefined,
    // Others claim, sign and correct meanwhile; what is written here stays.
    refetchInterval: askEvery(REFRESH_MS),
  });

  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    await queries.invalidateQueries({ queryKey: ['task'] });
    await queries.invalidateQueries({ queryKey: ['diagram'] });
  };
  /** After a task is done the next one is there; the list is read again behind it. */
  const goOn = async () => {
    void message.success(t('bench.handed-on'));
    const next = rows[at + 1] ?? rows[at - 1];
    if (next) open(next.id);
    else open(undefined, 'pool');
    await queries.invalidateQueries({ queryKey: ['tasks'] });
    await queries.invalidateQueries({ queryKey: ['diagram'] });
  };

  /** What left one's hands makes room for the next; what stays is read again. */
  const afterVerb = async (verb: Verb) => {
    if (VERBS[verb].leaves) return goOn();
    void message.success(t(`verb.done-${verb}`));
    if (verb === 'recall') open(undefined, 'mine');
    return refresh();
  };

  const verbKeys = Object.fromEntries(
    VERB_KEYS.map(([key]) => [key, () => act.current?.verb(key)]),
  );
  useKeys({
    j: () => open((rows[at + 1] ?? rows[at] ?? rows[0])?.id),
    k: () => open((rows[at - 1] ?? rows[0])?.id),
    c: () => (many ? bulk.current?.claim() : act.current?.claim()),
    r: () => act.current?.release(),
    o: () => act.current?.focusOpinion(),
    g: () => open(undefined, VIEWS[(VIEWS.indexOf(view) + 1) % VIEWS.length]),
    m: () => selected && marks.toggle(selected),
    M: () => marks.all(rows.map(({ id }) => id)),
    '/': () => search.current?.focus(),
    ...verbKeys,
    digit: (digit) => act.current?.choose(digit - 1),
    submit: () => (many ? bulk.current?.complete() : act.current?.complete()),
    '?': () => setHelp(true),
  });

  return (
    <div className="bench">
      <h1 className="visually-hidden">{t('nav.workbench')}</h1>
      <Announced
        task={selected ? task.data : undefined}
        found={narrowed && fresh ? rows.length : undefined}
      />
      <Inbox
        query={query}
        onQuery={({ view: next, ...more }) => {
          setFilter(more);
          open(undefined, next);
        }}
        page={tasks.data}
        loading={tasks.isPending}
        error={tasks.error}
        selected={selected}
        marked={marks.ids}
        onMark={marks.toggle}
        onOpen={open}
        onHelp={() => setHelp(true)}
        search={search}
      >
        <BulkBar
          ref={bulk}
          view={view}
          tasks={rows}
          marked={marks.ids}
          onAll={() => marks.all(rows.map(({ id }) => id))}
          onClear={marks.clear}
          onChanged={refresh}
        />
      </Inbox>
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
              onVerb={afterVerb}
            />
          )}
        </aside>
      )}
      <HelpSheet open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

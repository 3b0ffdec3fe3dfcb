/** 我的一天: where staff begin: what waits, what falls due, what they were told, what they have done. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { InboxQuery, TaskSummary } from '../api/model.js';
import { linkOf } from '../notifications/linkOf.js';
import { useSession } from '../shared/session.js';
import { dueMoment, momentText } from '../shared/time.js';
import { ErrorNotice, Light, Loading } from '../shared/ui.js';
import '../workbench/workbench.css';
import './day.css';

const ASK_EVERY = 30_000;
/** So many of each list; the rest is where the link leads. */
const SHOWN = 6;

function useTasks(query: InboxQuery) {
  return useQuery({
    queryKey: ['tasks', query],
    queryFn: () => api.tasks(query),
    refetchInterval: ASK_EVERY,
  });
}

function Count({ to, count, name }: { to: string; count: number | undefined; name: string }) {
  return (
    <li>
      <Link to={to} className="day-count">
        <strong className="number">{count ?? '…'}</strong>
        <span>{name}</span>
      </Link>
    </li>
  );
}

function Due({ task }: { task: TaskSummary }) {
  return (
    <li className="row between">
      <span>
        <Link to={`/workbench/mine/${encodeURIComponent(task.id)}`}>{task.name}</Link>
        <span className="small muted">
          {' '}
          {task.itemName} · {task.applicantName} · <span className="number">{task.caseNumber}</span>
        </span>
      </span>
      <span className="row">
        <span className="small number">{dueMoment(task.dueAt)}</span>
        <Light light={task.light} />
      </span>
    </li>
  );
}

/** In one's own hands, what is due first first. */
function DueSoon() {
  const { t } = useTranslation();
  const due = useTasks({ view: 'mine', due: 'week' });
  const rows = due.data?.items ?? [];
  const first = rows.toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
  return (
    <section className="card" data-testid="day-due">
      <h2>{t('day.due')}</h2>
      <ErrorNotice error={due.error} />
      {due.isPending && <Loading />}
      {due.data && rows.length === 0 && <p className="muted">{t('day.due-none')}</p>}
      <ul className="plain-list">
        {first.slice(0, SHOWN).map((task) => (
          <Due key={task.id} task={task} />
        ))}
      </ul>
      {rows.length > SHOWN && <Link to="/workbench/mine">{t('day.all')}</Link>}
    </section>
  );
}

function Messages() {
  const { t } = useTranslation();
  const list = useQuery({
    queryKey: ['notifications', 'day'],
    queryFn: () => api.notifications(true),
    refetchInterval: ASK_EVERY,
  });
  const items = list.data?.items ?? [];
  return (
    <section className="card" data-testid="day-messages">
      <h2>{t('day.messages')}</h2>
      <ErrorNotice error={list.error} />
      {list.isPending && <Loading />}
      {list.data && items.length === 0 && <p className="muted">{t('day.messages-none')}</p>}
      <ul className="plain-list">
        {items.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <Link to={linkOf(one)}>{one.title}</Link>
            <div className="small muted">
              {momentText(one.at)} · {one.text}
            </div>
          </li>
        ))}
      </ul>
      <Link to="/notifications">{t('day.all-messages')}</Link>
    </section>
  );
}

/** What one has handed on lately, newest first. */
function Done() {
  const { t } = useTranslation();
  const done = useTasks({ view: 'done' });
  const rows = done.data?.items ?? [];
  return (
    <section className="card" data-testid="day-done">
      <h2>{t('day.done')}</h2>
      <ErrorNotice error={done.error} />
      {done.isPending && <Loading />}
      {done.data && rows.length === 0 && <p className="muted">{t('day.done-none')}</p>}
      <ul className="plain-list">
        {rows.slice(0, SHOWN).map((task) => (
          <li key={task.id}>
            <Link to={`/workbench/done/${encodeURIComponent(task.id)}`}>{task.name}</Link>
            <span className="small muted">
              {' '}
              {task.itemName} · {task.applicantName}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One's own figures of the last days. */
function Figures() {
  const { t } = useTranslation();
  const figures = useQuery({
    queryKey: ['tasks', 'own-figures'],
    queryFn: api.ownFigures,
    refetchInterval: ASK_EVERY,
  });
  const { today, week, month, limited, inTime } = figures.data ?? {};
  const share = limited ? `${Math.round(((inTime ?? 0) / limited) * 100)}%` : '—';
  const rows: [string, string | number | undefined][] = [
    [t('day.figures-today'), today],
    [t('day.figures-week'), week],
    [t('day.figures-month'), month],
    [t('day.figures-in-time'), figures.data && share],
  ];
  return (
    <section className="card" data-testid="day-figures">
      <h2>{t('day.figures')}</h2>
      <ErrorNotice error={figures.error} />
      <dl className="day-figures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="number">{value ?? '…'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export default function DayPage() {
  const { t } = useTranslation();
  const { session, post } = useSession();
  const inbox = useTasks({ view: 'mine' });
  const overdue = useTasks({ view: 'mine', due: 'overdue' });
  const counts = inbox.data;
  return (
    <div className="staff-page">
      <h1>{t('day.title', { name: session?.person.name })}</h1>
      <p className="muted">
        {post && `${post.organisation.name} · ${post.title} · `}
        {t('day.palette')} <kbd>Ctrl K</kbd>
      </p>
      <ErrorNotice error={inbox.error} retry={() => void inbox.refetch()} />
      <ul className="day-counts" data-testid="day-counts">
        <Count to="/workbench/mine" count={counts?.mine} name={t('day.mine')} />
        <Count to="/workbench/mine" count={overdue.data?.items.length} name={t('day.overdue')} />
        <Count to="/workbench/pool" count={counts?.pool} name={t('day.pool')} />
        <Count to="/workbench/delegated" count={counts?.delegated} name={t('day.delegated')} />
        <Count to="/workbench/copies" count={counts?.copies} name={t('day.copies')} />
      </ul>
      <div className="day-parts">
        <DueSoon />
        <Messages />
        <Done />
        <Figures />
      </div>
    </div>
  );
}

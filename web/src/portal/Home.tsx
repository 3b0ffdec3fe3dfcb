/** The front door: find what to do, go on with what was begun. */
import { useQuery } from '@tanstack/react-query';
import { lazy, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { CaseSummary, ItemSummary } from '../api/model.js';
import { useElder } from '../shared/elder.js';
import { useEnglish } from '../shared/english.js';
import { signInAddress, useSession } from '../shared/session.js';
import { dueText, momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { draftName } from './draftName.js';
import './portal.css';

const ElderHome = lazy(() => import('./ElderHome.js'));

function ItemCard({ item }: { item: ItemSummary }) {
  const { t, i18n } = useTranslation();
  const say = useEnglish();
  const type =
    i18n.language === 'en'
      ? t(`supervision.type-${item.type}`, { defaultValue: item.typeName })
      : item.typeName;
  const lead = item.kind === 'one-stop';
  return (
    <li>
      <Link className={`item-card ${lead ? 'item-card-lead' : ''}`} to={`/items/${item.code}`}>
        <span className="row between">
          <strong>{say(item.name)}</strong>
          {lead && <span className="tag">{t('item.one-stop')}</span>}
        </span>
        {item.summary && <span className="small">{say(item.summary)}</span>}
        <span className="small">
          {[type, item.promised && t('home.promised', { limit: say(item.promised) })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
}

const SHOWN = 3;

/** Nothing to do oneself: whose turn it is, and by when it is done. */
function UnderWay({ cases }: { cases: CaseSummary[] }) {
  const { t } = useTranslation();
  const say = useEnglish();
  if (cases.length === 0) return null;
  return (
    <section className="card" data-testid="home-under-way">
      <h2>{t('home.under-way')}</h2>
      <ul className="plain-list">
        {cases.slice(0, SHOWN).map((one) => (
          <li key={one.number}>
            <Link to={`/cases/${one.number}`}>{say(one.item.name)}</Link>
            <div className="small muted">
              {[
                one.awaitedOf ? t('home.awaited', { name: one.awaitedOf }) : one.stateName,
                (one.promisedDueAt ?? one.dueAt) &&
                  t('cases.due', { date: dueText(one.promisedDueAt ?? one.dueAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      {cases.length > SHOWN && <Link to="/cases">{t('home.all-cases')}</Link>}
    </section>
  );
}

const draftsQuery = { queryKey: ['drafts'], queryFn: api.drafts };
const casesQuery = { queryKey: ['cases'], queryFn: api.cases };

/** Whether it is still unknown what waits for the person: what stands below it would move. */
function useIsWaitingUnknown(): boolean {
  const { session, loading } = useSession();
  const enabled = session !== null;
  const drafts = useQuery({ ...draftsQuery, enabled });
  const cases = useQuery({ ...casesQuery, enabled });
  return loading || (enabled && (drafts.isPending || cases.isPending));
}

/** What waits for the person: the loudest thing on the page. */
function Waiting() {
  const { t } = useTranslation();
  const say = useEnglish();
  const { session } = useSession();
  const enabled = session !== null;
  const drafts = useQuery({ ...draftsQuery, enabled });
  const cases = useQuery({ ...casesQuery, enabled });
  const correcting = (cases.data?.items ?? []).filter((one) => one.waitsForApplicant);
  const underWay = (cases.data?.items ?? []).filter((one) => !one.ended && !one.waitsForApplicant);
  const draft = drafts.data?.items[0];
  const more = (drafts.data?.items.length ?? 0) - 1;
  if (correcting.length + underWay.length === 0 && !draft) return null;
  return (
    <div className="stack">
      {correcting.map((one) => (
        <Notice
          key={one.number}
          tone="warning"
          title={t('home.correct', { item: say(one.item.name) })}
        >
          {one.applicantDueAt && (
            <p>{t('home.correct-by', { date: dueText(one.applicantDueAt) })}</p>
          )}
          <Link to={`/cases/${one.number}`}>{t('home.correct-link')}</Link>
        </Notice>
      ))}
      <UnderWay cases={underWay} />
      {draft && (
        <Notice title={t('home.draft', { item: draftName(draft, say) })} testId="home-draft">
          <p className="small">
            <span>{draft.regionName}</span> ·{' '}
            {t('cases.draft-saved', { time: momentText(draft.updatedAt) })}
          </p>
          <div className="row">
            <Link to={`/drafts/${draft.id}`}>{t('home.draft-link')}</Link>
            {more > 0 && <Link to="/cases">{t('home.drafts-more', { count: more })}</Link>}
          </div>
        </Notice>
      )}
    </div>
  );
}

/** Staff come here by the same door: their own day is one step away. */
function StaffDay() {
  const { t } = useTranslation();
  return (
    <Notice title={t('day.at-work')} testId="staff-day">
      <Link to="/day">{t('day.open')}</Link>
    </Notice>
  );
}

/** Looking needs no account, applying does. */
function Welcome() {
  const { t } = useTranslation();
  return (
    <section className="card welcome">
      <div>
        <strong>{t('home.welcome')}</strong>
        <p className="muted">{t('session.needed-why')}</p>
      </div>
      <a
        className="button button-large"
        href={signInAddress('/start')}
        data-testid="welcome-sign-in"
      >
        {t('home.sign-in')}
      </a>
    </section>
  );
}

function Results({ query, held }: { query: string; held: boolean }) {
  const { t } = useTranslation();
  const items = useQuery({
    queryKey: ['items', query],
    queryFn: () => api.items(query || undefined),
  });
  if (items.isPending || held) return <Loading />;
  if (items.isLoadingError || isBarred(items.error))
    return <ErrorNotice error={items.error} retry={() => void items.refetch()} />;
  const found = items.data.items;
  if (found.length === 0) {
    return (
      <div className="card">
        <Empty title={t('home.nothing', { query })}>
          <p>{t('home.nothing-hint')}</p>
        </Empty>
      </div>
    );
  }
  const oneStop = found.filter((item) => item.kind === 'one-stop');
  const single = found.filter((item) => item.kind !== 'one-stop');
  return (
    <>
      {items.data.nearest && <Notice testId="nearest">{t('home.nearest')}</Notice>}
      {oneStop.length > 0 && (
        <section aria-labelledby="one-stop">
          <h2 id="one-stop" className="section-title">
            {t('home.one-stop')}
          </h2>
          <ul className="cards">
            {oneStop.map((item) => (
              <ItemCard key={item.code} item={item} />
            ))}
          </ul>
        </section>
      )}
      {single.length > 0 && (
        <section aria-labelledby="single">
          <h2 id="single" className="section-title">
            {t('home.single')}
          </h2>
          <ul className="cards">
            {single.map((item) => (
              <ItemCard key={item.code} item={item} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function Home() {
  const { t } = useTranslation();
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get('q') ?? '';
  const setText = (q: string) => setParameters(q ? { q } : {}, { replace: true });
  const query = useDeferredValue(text.trim());
  const elder = useElder();
  const { session, post, loading, error, retry } = useSession();
  const held = useIsWaitingUnknown();
  return (
    <>
      <div className="hero">
        <div className="hero-inner">
          <h1>{t('home.title')}</h1>
          {!elder && <p>{t('home.lead')}</p>}
          <form className="search" role="search" onSubmit={(event) => event.preventDefault()}>
            <label className="visually-hidden" htmlFor="search">
              {t('home.search')}
            </label>
            <input
              id="search"
              type="search"
              autoComplete="off"
              value={text}
              placeholder={t('home.search-hint')}
              onChange={(event) => setText(event.target.value)}
            />
            <button type="submit" className="button">
              {t('home.search-button')}
            </button>
          </form>
        </div>
      </div>
      <div className="home">
        {post && <StaffDay />}
        {!held && <Waiting />}
        <ErrorNotice error={error} retry={retry} />
        {!loading && !error && !session && <Welcome />}
        {!error &&
          (elder && query === '' ? <ElderHome /> : <Results query={query} held={held && !error} />)}
      </div>
    </>
  );
}

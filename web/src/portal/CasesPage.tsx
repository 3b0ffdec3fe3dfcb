/** Drafts to go on with and cases handed in, newest first. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { CaseSummary } from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import { useSession } from '../shared/session.js';
import { dateText, dueText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, StateTag } from '../shared/ui.js';
import { DraftList } from './DraftList.js';
import './portal.css';

function CaseRow({ one }: { one: CaseSummary }) {
  const { t } = useTranslation();
  const say = useEnglish();
  const { session } = useSession();
  return (
    <li data-testid={`case-${one.number}`}>
      <div className="case-row">
        <Link to={`/cases/${one.number}`}>{say(one.item.name)}</Link>
        {one.waitsForApplicant ? (
          <span className="tag tag-warning">{t('cases.waits')}</span>
        ) : (
          <StateTag state={one.state} name={one.stateName} />
        )}
        <span className="small muted number">{one.number}</span>
        {one.appliedFor && one.appliedFor !== session?.person.name && (
          <span className="small">{t('authorisation.for', { name: one.appliedFor })}</span>
        )}
        <span className="small muted">
          {one.ended || !one.dueAt
            ? dateText(one.submittedAt)
            : t('cases.due', { date: dueText(one.promisedDueAt ?? one.dueAt) })}
        </span>
      </div>
    </li>
  );
}

export default function CasesPage() {
  const { t } = useTranslation();
  const cases = useQuery({ queryKey: ['cases'], queryFn: api.cases });
  return (
    <div className="page page-narrow">
      <h1>{t('cases.title')}</h1>
      <div className="stack">
        <DraftList />
        <section className="card">
          <h2>{t('cases.submitted')}</h2>
          <ErrorNotice error={cases.error} retry={() => void cases.refetch()} />
          {cases.isPending && <Loading />}
          {cases.data?.items.length === 0 && (
            <Empty title={t('cases.none')}>
              <Link to="/">{t('cases.none-link')}</Link>
            </Empty>
          )}
          <ul className="plain-list">
            {cases.data?.items.map((one) => (
              <CaseRow key={one.number} one={one} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** Drafts to go on with and cases handed in, newest first. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { CaseSummary, Draft } from '../api/model.js';
import { dateText, dueText, momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, Notice, StateTag } from '../shared/ui.js';
import { draftName } from './draftName.js';
import './portal.css';

/** Deleting is asked about: what was written is gone with it. */
function Delete({ draft, onKeep }: { draft: Draft; onKeep: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.deleteDraft(draft.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
  return (
    <Notice tone="warning" title={t('cases.delete-sure', { name: draftName(draft) })}>
      <p>{t('cases.delete-lost')}</p>
      <ErrorNotice error={remove.error} />
      <div className="row">
        <button type="button" className="button button-small" autoFocus onClick={onKeep}>
          {t('cases.delete-not')}
        </button>
        <button
          type="button"
          className="button button-quiet button-small"
          data-testid="delete-draft"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t('cases.delete')}
        </button>
      </div>
    </Notice>
  );
}

function DraftRow({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const name = draftName(draft);
  return (
    <li data-testid="draft">
      <div className="case-row">
        <Link to={`/drafts/${draft.id}`}>{name}</Link>
        <button
          type="button"
          className="button button-link button-small"
          aria-label={t('cases.delete-named', { name })}
          onClick={() => setAsking(true)}
        >
          {t('cases.delete')}
        </button>
        <span className="small muted">
          {draft.regionName} · {t('cases.draft-saved', { time: momentText(draft.updatedAt) })}
        </span>
      </div>
      {asking && <Delete draft={draft} onKeep={() => setAsking(false)} />}
    </li>
  );
}

function CaseRow({ one }: { one: CaseSummary }) {
  const { t } = useTranslation();
  return (
    <li data-testid={`case-${one.number}`}>
      <div className="case-row">
        <Link to={`/cases/${one.number}`}>{one.item.name}</Link>
        {one.waitsForApplicant ? (
          <span className="tag tag-warning">{t('cases.waits')}</span>
        ) : (
          <StateTag state={one.state} name={one.stateName} />
        )}
        <span className="small muted number">{one.number}</span>
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
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: api.drafts });
  const cases = useQuery({ queryKey: ['cases'], queryFn: api.cases });
  return (
    <div className="page page-narrow">
      <h1>{t('cases.title')}</h1>
      <div className="stack">
        {drafts.data && drafts.data.items.length > 0 && (
          <section className="card">
            <h2>{t('cases.drafts')}</h2>
            <ul className="plain-list">
              {drafts.data.items.map((draft) => (
                <DraftRow key={draft.id} draft={draft} />
              ))}
            </ul>
          </section>
        )}
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

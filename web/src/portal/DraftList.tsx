/** Drafts to go on with, and those deleted lately, which can be had back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { DeletedDraft, Draft } from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import { dueText, momentText } from '../shared/time.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import { draftName } from './draftName.js';
import './portal.css';

/** Days for which the platform keeps what was deleted. */
const RESTORABLE_DAYS = 7;

interface DeleteProps {
  draft: Draft;
  onKeep: () => void;
  onGone: () => void;
}

/** Deleting is asked about, and can be taken back. */
function Delete({ draft, onKeep, onGone }: DeleteProps) {
  const { t } = useTranslation();
  const say = useEnglish();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.deleteDraft(draft.id),
    onSuccess: () => {
      onGone();
      return queries.invalidateQueries({ queryKey: ['drafts'] });
    },
  });
  return (
    <Notice tone="warning" title={t('cases.delete-sure', { name: draftName(draft, say) })}>
      <p>{t('cases.delete-lost', { days: RESTORABLE_DAYS })}</p>
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

function DraftRow({ draft, onGone }: { draft: Draft; onGone: () => void }) {
  const { t } = useTranslation();
  const say = useEnglish();
  const [asking, setAsking] = useState(false);
  const name = draftName(draft, say);
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
          <span>{draft.regionName}</span> ·{' '}
          {t('cases.draft-saved', { time: momentText(draft.updatedAt) })}
        </span>
      </div>
      {asking && <Delete draft={draft} onKeep={() => setAsking(false)} onGone={onGone} />}
    </li>
  );
}

interface Restoring {
  restore: (id: string) => void;
  busy: boolean;
}

/** The one that went just now: one press brings it back. */
function Undo({ draft, restoring }: { draft: DeletedDraft; restoring: Restoring }) {
  const { t } = useTranslation();
  const say = useEnglish();
  return (
    <div className="row" role="status" data-testid="deleted">
      <span>{t('cases.deleted', { name: draftName(draft, say) })}</span>
      <button
        type="button"
        className="button button-small"
        autoFocus
        disabled={restoring.busy}
        onClick={() => restoring.restore(draft.id)}
      >
        {t('cases.undo-delete')}
      </button>
    </div>
  );
}

function Deleted({ drafts, restoring }: { drafts: DeletedDraft[]; restoring: Restoring }) {
  const { t } = useTranslation();
  const say = useEnglish();
  if (drafts.length === 0) return null;
  return (
    <details data-testid="deleted-drafts">
      <summary>
        {t('cases.deleted-drafts')} <span className="muted">{drafts.length}</span>
      </summary>
      <ul className="plain-list">
        {drafts.map((draft) => (
          <li key={draft.id} className="case-row">
            <span>{draftName(draft, say)}</span>
            <button
              type="button"
              className="button button-link button-small"
              aria-label={t('cases.restore-named', { name: draftName(draft, say) })}
              disabled={restoring.busy}
              onClick={() => restoring.restore(draft.id)}
            >
              {t('cases.restore')}
            </button>
            <span className="small muted">
              <span>{draft.regionName}</span> ·{' '}
              {t('cases.restorable-until', { time: dueText(draft.restorableUntil) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function DraftList() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: api.drafts });
  const [gone, setGone] = useState<string | null>(null);
  const restore = useMutation({
    mutationFn: api.restoreDraft,
    onSuccess: () => {
      setGone(null);
      return queries.invalidateQueries({ queryKey: ['drafts'] });
    },
  });
  const { items = [], deleted = [] } = drafts.data ?? {};
  if (items.length + deleted.length === 0) return null;
  const restoring = { restore: (id: string) => restore.mutate(id), busy: restore.isPending };
  const last = deleted.find(({ id }) => id === gone);
  return (
    <section className="card stack">
      <h2>{t('cases.drafts')}</h2>
      {last && <Undo draft={last} restoring={restoring} />}
      <ErrorNotice error={restore.error} />
      {items.length > 0 && (
        <ul className="plain-list">
          {items.map((draft) => (
            <DraftRow key={draft.id} draft={draft} onGone={() => setGone(draft.id)} />
          ))}
        </ul>
      )}
      <Deleted drafts={deleted} restoring={restoring} />
    </section>
  );
}

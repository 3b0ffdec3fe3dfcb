/** Says whether what was typed is safe, and where: quietly while it is, at the top where it is not. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.js';
import { signInAddress } from '../shared/session.js';
import { timeText } from '../shared/time.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import type { Autosave } from './draft.js';

type Kept = Pick<Autosave, 'keeper' | 'own'>;

export function SaveState({ save: { keeper, own } }: { save: Kept }) {
  const { t } = useTranslation();
  const { saving, told } = keeper;
  const key = saving === 'saved' && told === null ? 'autosave' : saving;
  return (
    <span className="saved" role="status" data-testid="save-state" data-state={saving}>
      {t(`apply.state-${key}`, { time: timeText(own.updatedAt) })}
    </span>
  );
}

interface Props {
  save: Autosave;
  /** What was kept elsewhere is shown instead. */
  takeTheirs: () => void;
}

/** Why it is not on the platform yet: offline, signed out, or kept otherwise from another browser. */
export function SaveProblem({ save, takeTheirs }: Props) {
  const { keeper, overtaken } = save;
  const { error } = keeper;
  const problem = error instanceof ApiError ? error : null;
  if (overtaken || problem?.code === 'draft-changed')
    return <Elsewhere save={save} takeTheirs={takeTheirs} />;
  if (problem?.status === 401) return <SignedOut />;
  if (problem?.status === 0) return <Offline />;
  return error ? (
    <ErrorNotice error={error} retry={() => void save.flush().catch(() => undefined)} />
  ) : null;
}

function Offline() {
  const { t } = useTranslation();
  return (
    <div className="save-problem">
      <Notice tone="warning" title={t('apply.offline')} testId="save-offline">
        <p>{t('apply.offline-how')}</p>
      </Notice>
    </div>
  );
}

function SignedOut() {
  const { t } = useTranslation();
  return (
    <div className="save-problem">
      <Notice tone="warning" title={t('apply.signed-out')} testId="save-signed-out">
        <p>{t('apply.signed-out-how')}</p>
        <a className="button button-small" href={signInAddress()}>
          {t('session.sign-in')}
        </a>
      </Notice>
    </div>
  );
}

function Elsewhere({ save, takeTheirs }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { keeper, overtaken, own } = save;
  return (
    <div className="save-problem">
      <Notice tone="warning" title={t('apply.elsewhere')} testId="save-elsewhere">
        <p>{t(overtaken ? 'apply.elsewhere-saved' : 'apply.elsewhere-unsaved')}</p>
        <div className="row">
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              void keeper
                .stop()
                .then(() => queries.refetchQueries({ queryKey: ['draft', own.id] }))
                .then(takeTheirs);
            }}
          >
            {t('apply.take-theirs')}
          </button>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => void save.overwrite().catch(() => undefined)}
          >
            {t('apply.keep-mine')}
          </button>
        </div>
      </Notice>
    </div>
  );
}

/** The few plain controls every part uses: notices, errors, empty and loading states, lights. */
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.js';
import type { Light as LightColour } from '../api/model.js';
import { signInAddress } from './session.js';

type Tone = 'info' | 'success' | 'warning' | 'danger';

interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  testId?: string;
}

export function Notice({ tone = 'info', title, children, testId }: NoticeProps) {
  const role = tone === 'danger' || tone === 'warning' ? 'alert' : 'status';
  return (
    <div className={`notice notice-${tone}`} role={role} data-testid={testId}>
      {title && <strong className="notice-title">{title}</strong>}
      {children}
    </div>
  );
}

/** A problem document in words: what is wrong and what to do. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ApiError ? error : null;
  const status = problem?.status ?? -1;
  const known = [0, 401, 403, 404, 503].includes(status);
  const text = problem?.message || t(known ? `error.${status}` : 'error.other');
  return (
    <Notice tone="danger" title={t(known ? `error.title-${status}` : 'error.title')} testId="error">
      <p>{text}</p>
      {problem?.trace && (
        <p className="small muted" data-testid="error-trace">
          {t('error.trace', { trace: problem.trace })}
        </p>
      )}
      <div className="row">
        {status === 401 && (
          <a className="button button-small" href={signInAddress()}>
            {t('session.sign-in')}
          </a>
        )}
        {retry && (
          <button type="button" className="button button-quiet button-small" onClick={retry}>
            {t('action.retry')}
          </button>
        )}
      </div>
    </Notice>
  );
}

/** Shown only when waiting is long enough to be noticed. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), 150);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status" aria-label={t('state.loading')}>
      {shown &&
        Array.from({ length: lines }, (_, index) => (
          <div key={index} className="loading-line" style={{ width: `${92 - index * 13}%` }} />
        ))}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <svg viewBox="0 0 96 72" width="96" height="72" aria-hidden="true">
        <rect x="18" y="10" width="60" height="52" rx="6" fill="#eaf1fc" />
        <rect x="28" y="22" width="40" height="5" rx="2.5" fill="#b9d0f2" />
        <rect x="28" y="34" width="30" height="5" rx="2.5" fill="#d3e1f7" />
        <rect x="28" y="46" width="22" height="5" rx="2.5" fill="#d3e1f7" />
        <circle cx="74" cy="54" r="12" fill="#fff" stroke="#7fa8e3" strokeWidth="3" />
        <path d="m69 54 4 4 7-8" fill="none" stroke="#1251b5" strokeWidth="3" />
      </svg>
      <p className="nothing-title">{title}</p>
      {children}
    </div>
  );
}

/** A deadline's light: colour, shape and words, never colour alone. */
export function Light({ light }: { light: LightColour }) {
  const { t } = useTranslation();
  return (
    <span className={`light light-${light}`}>
      <span className="light-mark" aria-hidden="true" />
      {t(`light.${light}`)}
    </span>
  );
}

const TONES: Record<string, string> = {
  correcting: 'warning',
  granted: 'success',
  finished: 'success',
  refused: 'danger',
  rejected: 'danger',
  withdrawn: 'neutral',
  terminated: 'neutral',
  'special-procedure': 'warning',
  'sent-back': 'warning',
  delivered: 'success',
  rated: 'success',
  archived: 'success',
  lapsed: 'neutral',
  returned: 'neutral',
  forwarded: 'neutral',
  voided: 'neutral',
};

export function StateTag({ state, name }: { state: string; name?: string | null }) {
  const { t, i18n } = useTranslation();
  // The platform names it in Chinese, by the kind of the item too.
  const told = name && i18n.language === 'zh' ? name : null;
  return (
    <span className={`tag tag-${TONES[state] ?? 'info'}`} data-state={state}>
      {told ?? t(`case.state.${state}`, { defaultValue: name ?? state })}
    </span>
  );
}

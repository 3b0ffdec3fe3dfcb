/** One session of a person, and how it is ended before its time. */
import { useTranslation } from 'react-i18next';
import type { api } from '../api/endpoints.js';
import { momentText } from './time.js';

export type OpenSession = Awaited<ReturnType<typeof api.sessions>>['items'][number];

interface Props {
  session: OpenSession;
  /** Whether one is being ended. */
  busy: boolean;
  end: (id: string) => void;
}

export function SessionCard({ session, busy, end }: Props) {
  const { t } = useTranslation();
  const { id, device, address, openedAt, seenAt, current } = session;
  return (
    <section className="card stack" data-testid="session">
      <div className="page-head">
        <h2>{device ?? t('sessions.unknown-device')}</h2>
        {current && <span className="tag tag-success">{t('sessions.current')}</span>}
      </div>
      <p className="small muted">
        {address && <span className="nowrap">{address} · </span>}
        {t('sessions.opened', { time: momentText(openedAt) })} ·{' '}
        {t('sessions.seen', { time: momentText(seenAt) })}
      </p>
      {!current && (
        <div className="row">
          <button
            type="button"
            className="button button-quiet"
            data-testid="end-session"
            disabled={busy}
            onClick={() => end(id)}
          >
            {t('sessions.end')}
          </button>
        </div>
      )}
    </section>
  );
}

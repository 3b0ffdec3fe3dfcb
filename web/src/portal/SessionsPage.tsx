/** 我的登录: on which devices I am signed in; any of them is ended here. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import './portal.css';

export default function SessionsPage() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['sessions'], queryFn: api.sessions });
  const end = useMutation({ mutationFn: api.endSession, onSettled: () => query.refetch() });
  return (
    <div className="page page-narrow">
      <h1>{t('sessions.title')}</h1>
      <p className="muted">{t('sessions.why')}</p>
      <ErrorNotice error={query.error ?? end.error} retry={() => void query.refetch()} />
      {query.isPending && <Loading lines={3} />}
      {query.data?.items.length === 0 && <Empty title={t('sessions.none')} />}
      <div className="stack">
        {query.data?.items.map(({ id, device, address, openedAt, seenAt, current }) => (
          <section className="card stack" key={id} data-testid="session">
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
                  disabled={end.isPending}
                  onClick={() => end.mutate(id)}
                >
                  {t('sessions.end')}
                </button>
              </div>
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

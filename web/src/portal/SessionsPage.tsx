/** 我的登录: on which devices I am signed in; any of them is ended here. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { SessionCard } from '../shared/SessionCard.js';
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
        {query.data?.items.map((session) => (
          <SessionCard key={session.id} session={session} busy={end.isPending} end={end.mutate} />
        ))}
      </div>
    </div>
  );
}

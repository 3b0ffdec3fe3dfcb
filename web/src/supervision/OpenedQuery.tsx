/** A query that was shared or sent, by its address: its page, narrowed as it says, under one's own rights. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { Frame } from './Frame.js';
import { PAGES } from './pages.js';
import '../shared/locales/queries.js';

export default function OpenedQuery() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['saved-queries', id],
    queryFn: () => api.savedQuery(id),
  });
  if (data) return <Navigate replace to={PAGES[data.page].path + data.query} />;
  // Within a page that keeps no queries: there is nothing here to keep.
  return (
    <Frame page="rules" title={t('queries.opened')}>
      {error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <Loading />}
    </Frame>
  );
}

/** What came of incidents that were tried again: asked again until nothing is under way any more. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isBarred } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import type { RetryOutcome } from '../../api/model.js';
import { ErrorNotice, Loading, Notice } from '../../shared/ui.js';

/** One press of the button. */
export interface Bulk {
  ids: string[];
  /** The same bulk sent again is not done again: it tells how each stands by now. */
  key: string;
}

const AGAIN_MS = 2000;
/** An adapter that does not answer for longer is told of as under way. */
const MOST_ASKED = 15;

const isUnderWay = ({ outcome }: RetryOutcome): boolean =>
  outcome === 'running' || outcome === 'pending';

export function Results({ bulk: { ids, key } }: { bulk: Bulk }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['retried', key],
    queryFn: async () => {
      const before = queries.getQueryData<RetryOutcome[]>(['retried', key]) ?? [];
      const asked = before.length === 0 ? ids : before.filter(isUnderWay).map(({ id }) => id);
      const { items } = await api.retryIncidents(asked, key);
      const now = new Map([...before, ...items].map((one) => [one.id, one]));
      return [...now.values()];
    },
    ...{ staleTime: Infinity, gcTime: 0, retry: false, refetchOnWindowFocus: false },
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.some(isUnderWay) && dataUpdateCount < MOST_ASKED ? AGAIN_MS : false,
  });
  const outcomes = query.data ?? [];
  const told = outcomes.map(({ outcome }) => outcome).join();
  useEffect(() => {
    if (told) void queries.invalidateQueries({ queryKey: ['incidents'] });
  }, [queries, told]);
  if (query.isLoadingError || isBarred(query.error)) return <ErrorNotice error={query.error} />;
  if (!query.data) return <Loading lines={1} />;
  const resolved = outcomes.filter(({ outcome }) => outcome === 'resolved').length;
  const others = outcomes.filter(({ outcome }) => outcome !== 'resolved');
  const running = others.filter(isUnderWay).length;
  const open = others.length - running;
  return (
    <Notice
      tone={open > 0 ? 'warning' : running > 0 ? 'info' : 'success'}
      title={t('incident.results', { resolved, running, open })}
      testId="retry-results"
    >
      <ul>
        {others.map(({ id, outcome, message }) => (
          <li key={id}>
            <Tag>{t(`incident.outcome-${outcome}`)}</Tag> {id}：{message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

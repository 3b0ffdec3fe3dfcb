/** Says on every page that days are shortened, so that nobody takes a due date for a real one. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/endpoints.js';
import { toldWithPage } from '../toldWithPage.js';

/** Said with the page, which would else move down when the answer comes. */
const said = toldWithPage('demo-day');
const FIRST = said === undefined ? undefined : Number(said) || null;

export function DemoNotice() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['demo-day'],
    queryFn: api.demoDay,
    initialData: FIRST,
    staleTime: Infinity,
  });
  if (!data) return null;
  return (
    <aside className="demo-notice" aria-label={t('brand.notice')} data-testid="demo-day">
      {t('brand.demo-day', { length: lengthText(data, t) })}
    </aside>
  );
}

type Translate = (key: string, values: { count: number }) => string;

/** 2000 → 2 秒, 120000 → 2 分钟 */
function lengthText(ms: number, t: Translate): string {
  const seconds = ms / 1000;
  return seconds < 60 || seconds % 60 !== 0
    ? t('brand.seconds', { count: seconds })
    : t('brand.minutes', { count: seconds / 60 });
}

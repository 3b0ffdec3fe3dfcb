/** Says on every page that nothing is taken while the platform's two stores are of different times. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/endpoints.js';

/** ms */
const ASK_EVERY = 30_000;

export function StoresNotice() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['stores'],
    queryFn: api.health,
    refetchInterval: ASK_EVERY,
    retry: false,
  });
  if (data?.parts.stores !== false || !data.needsOperator) return null;
  return (
    <aside className="stores-notice" aria-label={t('brand.notice')} data-testid="stores-apart">
      <span role="alert">{t('brand.stores-apart')}</span>
    </aside>
  );
}

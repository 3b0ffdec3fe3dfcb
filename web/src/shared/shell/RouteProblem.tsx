/** When a page itself fails: say so, and offer to load it again. */
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ErrorNotice } from '../ui.js';

export function RouteProblem() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <main className="page">
      <h1>{t('brand.name')}</h1>
      <ErrorNotice error={error} retry={() => window.location.reload()} />
    </main>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../ui.js';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Empty title={t('error.title-404')}>
        <p>{t('error.404')}</p>
        <Link className="button button-quiet" to="/">
          {t('nav.home')}
        </Link>
      </Empty>
    </div>
  );
}

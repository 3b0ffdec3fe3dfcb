/** 异地代收: what other windows collected for this department, and whether the papers have come. */
import { useTranslation } from 'react-i18next';
import { CollectionTable } from './CollectionTable.js';

export default function PapersPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1>{t('window.incoming')}</h1>
      <p className="muted">{t('window.incoming-why')}</p>
      <section className="card">
        <CollectionTable view="incoming" />
      </section>
    </div>
  );
}

/** What supervision asks of one's own unit: orders to reply to, cards to answer; and how its cases were rated. */
import { useTranslation } from 'react-i18next';
import '../workbench/workbench.css';
import { CardTable } from './Cards.js';
import { RatedCases } from './RatedCases.js';
import { OrderTable } from './Orders.js';
import './supervision.css';

export default function Duties() {
  const { t } = useTranslation();
  return (
    <div className="staff-page supervision">
      <h1>{t('nav.duties')}</h1>
      <h2>{t('supervision.tab-orders')}</h2>
      <OrderTable query={{ own: true }} own />
      <h2>{t('supervision.tab-cards')}</h2>
      <CardTable query={{ own: true }} own />
      <h2>{t('supervision.tab-ratings')}</h2>
      <RatedCases query={{ own: true }} />
    </div>
  );
}

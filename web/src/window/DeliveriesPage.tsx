/** What a department or a window has to send or to hand out. */
import { useTranslation } from 'react-i18next';
import '../portal/portal.css';
import '../shared/forms/form.css';
import { DeliveryTable } from './DeliveryTable.js';
import './window.css';

export default function DeliveriesPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1>{t('delivery.title')}</h1>
      <p className="muted">{t('delivery.why')}</p>
      <section className="card">
        <DeliveryTable />
      </section>
    </div>
  );
}

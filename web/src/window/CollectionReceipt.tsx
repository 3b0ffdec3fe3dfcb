/** 收件凭证: what was taken in, when and by whom; it is not an acceptance. Printed at the counter. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import '../portal/portal.css';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { comesAgain, hasPerson } from './person.js';
import './window.css';

export default function CollectionReceipt() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const collection = useQuery({
    queryKey: ['collection', number],
    queryFn: () => api.collection(number),
  });
  const one = useQuery({ queryKey: ['case', number], queryFn: () => api.case(number) });
  const error = collection.error ?? one.error;
  if (error) {
    return (
      <div className="page page-narrow">
        <ErrorNotice error={error} />
      </div>
    );
  }
  if (!collection.data || !one.data) return <Loading lines={7} />;
  const { data } = collection;
  const facts: [string, string][] = [
    ['serial-number', data.serial],
    ['number', number],
    ['item-name', data.itemName],
    ['applicant', data.applicantName],
    ['owner', data.owner],
    ['window-name', `${data.window} · ${data.collectedBy}`],
    ['collected-at', momentText(data.collectedAt)],
    ...(data.late ? [['entered-at', momentText(data.enteredAt)] as [string, string]] : []),
    ...(data.queueNumber ? [['queue-printed', data.queueNumber] as [string, string]] : []),
  ];
  return (
    <div className="page page-narrow">
      <section className="card stack window-receipt" data-testid="collection-receipt">
        <h1>{t('window.receipt')}</h1>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{t(`window.${name}`)}</dt>
              <dd className="number">{value}</dd>
            </div>
          ))}
        </dl>
        <h2>{t('window.materials')}</h2>
        <ol>
          {one.data.materials.map((material) => (
            <li key={`${material.code}-${material.fileId ?? ''}`}>
              {material.name}
              {!material.fileId && <span className="muted"> · {t('window.held')}</span>}
            </li>
          ))}
        </ol>
        <p className="small muted">
          {t(data.receipt === 'received' ? 'window.receipt-later' : 'window.receipt-note')}
        </p>
      </section>
      <div className="actions no-print">
        <button type="button" className="button" autoFocus onClick={() => window.print()}>
          {t('window.print')}
        </button>
        {hasPerson() && (
          <Link
            className="button button-quiet"
            to="/window"
            onClick={() => comesAgain(true)}
            data-testid="same-person"
          >
            {t('window.same-person')}
          </Link>
        )}
        <Link className="button button-quiet" to="/window" onClick={() => comesAgain(false)}>
          {t('window.next')}
        </Link>
      </div>
    </div>
  );
}

/** 督办单: an order on paper, with its history and room for the signatures; printed by who issues and by who replies. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import '../portal/portal.css';
import { dateText, momentText } from '../shared/time.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { History } from './Acts.js';
import { Print } from './Print.js';
import './supervision.css';

export default function OrderSheet() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['order', id], queryFn: () => api.order(id) });
  if (!query.data) {
    return (
      <div className="page page-narrow">
        {query.error ? <ErrorNotice error={query.error} /> : <Loading lines={7} />}
      </div>
    );
  }
  const order = query.data;
  const facts: [string, string | null][] = [
    [t('supervision.unit'), [order.departmentName, ...order.alongside].join('、')],
    [t('supervision.deadline'), momentText(order.deadline)],
    [t('supervision.case'), order.caseNumber ?? null],
    [t('supervision.issued-by'), order.issuedBy ?? null],
    [t('supervision.issued-at'), dateText(order.issuedAt)],
    [t('supervision.state'), t(`supervision.order-state-${order.state}`)],
  ];
  return (
    <div className="page page-narrow supervision">
      <article className="card order-sheet" data-testid="order-sheet">
        <h1>{t('supervision.order-sheet')}</h1>
        <p className="number order-sheet-number">{order.number}</p>
        <h2>{order.title}</h2>
        <dl>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        <h3>{t('supervision.order-text')}</h3>
        <p className="order-sheet-text">{order.text}</p>
        <h3>{t('supervision.history')}</h3>
        <History acts={order.acts} />
        <div className="order-sheet-signatures">
          {(['signed-issuer', 'signed-unit', 'signed-day'] as const).map((name) => (
            <span key={name}>{t(`supervision.${name}`)}</span>
          ))}
        </div>
      </article>
      <div className="actions no-print">
        <Print />
        <Link to="/supervision/orders">{t('supervision.tab-orders')}</Link>
        <Link to="/duties">{t('nav.duties')}</Link>
      </div>
    </div>
  );
}

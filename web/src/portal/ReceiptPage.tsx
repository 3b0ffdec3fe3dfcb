/** What the applicant keeps: the number, a code to scan, and what comes next. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import { itemForm } from '../api/model.js';
import { AnswerList } from '../shared/forms/AnswerList.js';
import '../shared/forms/form.css';
import { useEnglish } from '../shared/english.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { Materials } from './CaseParts.js';
import { ByAgent } from './ByAgent.js';
import './portal.css';

function QrCode({ text, label }: { text: string; label: string }) {
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => {
      const { toDataURL } = await import('qrcode');
      return toDataURL(text, { margin: 1, width: 352 });
    },
    staleTime: Infinity,
  });
  return data ? <img src={data} alt={label} /> : <Loading lines={2} />;
}

export default function ReceiptPage() {
  const { t } = useTranslation();
  const say = useEnglish();
  const { number = '' } = useParams();
  const query = useQuery({ queryKey: ['case', number], queryFn: () => api.case(number) });
  return (
    <div className="page page-narrow">
      <section className="card receipt stack" data-testid="receipt">
        <div className="receipt-mark" aria-hidden="true">
          ✓
        </div>
        <h1>{t('receipt.title')}</h1>
        <p>{say(query.data?.item.name)}</p>
        <div>
          <div className="muted">{t('receipt.number')}</div>
          <div className="receipt-number number" data-testid="case-number">
            {number}
          </div>
        </div>
        <QrCode text={`${window.location.origin}/cases/${number}`} label={t('receipt.qr')} />
        <p className="small muted">{t('receipt.qr-hint')}</p>
        {query.data && <ByAgent one={query.data} />}
        <ErrorNotice error={query.error} />
        {query.data && (
          <p className="small muted">
            {t('receipt.at', { time: momentText(query.data.submittedAt) })}
          </p>
        )}
      </section>
      {query.data && (
        <section className="card" style={{ marginTop: '1rem' }} data-testid="receipt-sent">
          <h2>{t('receipt.sent')}</h2>
          <Materials one={query.data} />
          <details>
            <summary>{t('case.form')}</summary>
            <AnswerList
              form={query.data.formSchema && itemForm(query.data.formSchema, query.data.uiSchema)}
              value={query.data.form}
            />
          </details>
        </section>
      )}
      <section className="card" style={{ marginTop: '1rem' }}>
        <h2>{t('receipt.next')}</h2>
        <ol>
          <li>{t('receipt.next-1')}</li>
          <li>{t('receipt.next-2')}</li>
          <li>{t('receipt.next-3')}</li>
        </ol>
      </section>
      <div className="actions">
        <Link className="button" to={`/cases/${number}`}>
          {t('receipt.follow')}
        </Link>
        <button type="button" className="button button-quiet" onClick={() => window.print()}>
          {t('receipt.print')}
        </button>
      </div>
    </div>
  );
}

/** My credit: what stands against me, what it bars and until when, and how it is mended. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { CreditRecord, NewCreditRequest } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import '../shared/forms/form.css';
import './portal.css';

const LEAST_WORDS = 5;

function Ask({ record }: { record: CreditRecord }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [kind, setKind] = useState<NewCreditRequest['kind'] | null>(null);
  const [statement, setStatement] = useState('');
  const ask = useMutation({
    mutationFn: (body: NewCreditRequest) => api.askAboutCredit(record.id, body),
    onSuccess: async () => {
      setKind(null);
      await queries.invalidateQueries({ queryKey: ['credit'] });
    },
  });
  if (kind === null) {
    return (
      <div className="row">
        {(['objection', 'repair'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="button button-quiet"
            data-testid={`ask-${each}`}
            onClick={() => setKind(each)}
          >
            {t(`credit.ask-${each}`)}
          </button>
        ))}
      </div>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ kind, statement: statement.trim() });
      }}
    >
      <div className="field">
        <label htmlFor={`statement-${record.id}`}>{t(`credit.statement-${kind}`)}</label>
        <textarea
          id={`statement-${record.id}`}
          className="form-control"
          maxLength={2000}
          value={statement}
          onChange={(event) => setStatement(event.target.value)}
        />
      </div>
      <ErrorNotice error={ask.error} />
      <div className="row">
        <button
          type="submit"
          className="button"
          disabled={statement.trim().length < LEAST_WORDS || ask.isPending}
        >
          {t('credit.send')}
        </button>
        <button type="button" className="button button-quiet" onClick={() => setKind(null)}>
          {t('action.cancel')}
        </button>
      </div>
    </form>
  );
}

export function RecordFacts({ record }: { record: CreditRecord }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="page-head">
        <h2>{record.factName}</h2>
        <span className={`tag tag-${record.state === 'valid' ? 'warning' : 'neutral'}`}>
          {t(`credit.state-${record.state}`)}
        </span>
      </div>
      <p>{record.description}</p>
      <p className="small muted">
        {record.department} · <span className="number">{record.caseNumber}</span> ·{' '}
        {momentText(record.recordedAt)}
      </p>
      <p className="small">
        {t(record.state === 'valid' ? 'credit.effect' : 'credit.effect-past', {
          ways: record.bars.map((way) => t(`credit.way-${way}`)).join('、'),
          until: record.expiresOn,
        })}
      </p>
      <p className="small muted">{t('credit.basis', { basis: record.basis })}</p>
      {record.requests.map((request) => (
        <Notice
          key={request.id}
          tone={request.state === 'granted' ? 'success' : 'info'}
          title={`${t(`credit.ask-${request.kind}`)} · ${t(`credit.request-${request.state}`)}`}
        >
          <p>{request.statement}</p>
          {request.reason && <p>{t('credit.answer', { reason: request.reason })}</p>}
        </Notice>
      ))}
    </>
  );
}

export default function CreditPage() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['credit'], queryFn: api.standing });
  const standing = query.data;
  const clean = standing?.records.length === 0 && standing.province.length === 0;
  return (
    <div className="page page-narrow">
      <h1>{t('credit.title')}</h1>
      <p className="muted">{t('credit.why')}</p>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Loading lines={5} />}
      <div className="stack">
        {standing && !standing.provinceAsked && (
          <Notice tone="warning">{t('credit.province-away')}</Notice>
        )}
        {clean && <Empty title={t('credit.none')} />}
        {standing?.province.map(({ reason }) => (
          <section className="card" key={reason}>
            <h2>{reason}</h2>
            <p className="small muted">{t('credit.from-province')}</p>
          </section>
        ))}
        {standing?.records.map((record) => (
          <section className="card stack" key={record.id} data-testid="credit-record">
            <RecordFacts record={record} />
            {record.state === 'valid' && !record.requests.some(({ state }) => state === 'open') && (
              <Ask record={record} />
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

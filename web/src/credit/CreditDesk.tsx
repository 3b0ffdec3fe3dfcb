/** The department's credit records: objections and repairs it has to decide come first. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { DepartmentCreditRecord } from '../api/model.js';
import { RecordFacts } from '../portal/CreditPage.js';
import '../portal/portal.css';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';

function Decide({ request }: { request: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (grant: boolean) => api.decideCredit(request, { grant, reason: reason.trim() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['department-credit'] }),
  });
  const ready = reason.trim().length > 1 && !decide.isPending;
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={`reason-${request}`}>{t('credit.reason')}</label>
        <textarea
          id={`reason-${request}`}
          className="form-control"
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <ErrorNotice error={decide.error} />
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={!ready}
          onClick={() => decide.mutate(true)}
        >
          {t('credit.grant')}
        </button>
        <button
          type="button"
          className="button button-quiet"
          disabled={!ready}
          onClick={() => decide.mutate(false)}
        >
          {t('credit.refuse')}
        </button>
      </div>
    </div>
  );
}

function Row({ record }: { record: DepartmentCreditRecord }) {
  const open = record.requests.find(({ state }) => state === 'open');
  return (
    <section className="card stack" data-testid="credit-record">
      <strong>{record.subject}</strong>
      <RecordFacts record={record} />
      {open && <Decide request={open.id} />}
    </section>
  );
}

export default function CreditDesk() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['department-credit'], queryFn: api.departmentCredit });
  return (
    <div className="page page-narrow">
      <h1>{t('credit.desk')}</h1>
      <p className="muted">{t('credit.desk-why')}</p>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Loading lines={5} />}
      {query.data?.items.length === 0 && <Empty title={t('credit.desk-none')} />}
      <div className="stack">
        {query.data?.items.map((record) => (
          <Row key={record.id} record={record} />
        ))}
      </div>
    </div>
  );
}

/** The case in law: for staff with what may be done, for applicants in plain words. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { CaseDetail } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { LegalActs } from './LegalActs.js';
import { LegalFacts, LegalPeriods, LegalWords } from './LegalFacts.js';
import { LegalMoves } from './LegalMoves.js';

/** Asked again whenever the case has moved. */
function useLaw({ number, state, dueAt }: CaseDetail) {
  return useQuery({
    queryKey: ['case', number, 'law', state, dueAt],
    queryFn: () => api.legalActs(number),
  });
}

export function LegalPanel({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  const query = useLaw(one);
  if (query.isPending) return <Loading lines={5} />;
  if (query.isLoadingError || isBarred(query.error))
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="stack" data-testid="legal-panel">
      <section className="card">
        <h2>{t('law.title')}</h2>
        <LegalWords law={query.data} />
        <LegalFacts law={query.data} />
        <LegalPeriods law={query.data} />
      </section>
      <section className="card">
        <h2>{t('law.acts')}</h2>
        <LegalActs number={one.number} law={query.data} />
      </section>
      <section className="card">
        <h2>{t('law.moves')}</h2>
        <LegalMoves moves={query.data.moves} />
      </section>
    </div>
  );
}

export function ApplicantLaw({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  const query = useLaw(one);
  if (query.isPending) return <Loading lines={3} />;
  if (query.isLoadingError || isBarred(query.error))
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const law = query.data;
  const mayAsk = law.acts.some(({ act, allowed }) => act === 'ask-hearing' && allowed);
  return (
    <section className="card" data-testid="legal-standing">
      <h2>{t('law.title')}</h2>
      <LegalWords law={law} />
      <LegalFacts law={law} />
      <LegalPeriods law={law} />
      {mayAsk && (
        <>
          <p>{t('law.ask-hearing-why')}</p>
          <LegalActs number={one.number} law={law} />
        </>
      )}
      <details>
        <summary>{t('law.moves')}</summary>
        <LegalMoves moves={law.moves} />
      </details>
    </section>
  );
}

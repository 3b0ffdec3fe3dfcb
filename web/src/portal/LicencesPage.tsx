/** 我的证照: what I hold, and 延续、变更、补证、注销 begun from it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { HeldLicence, LicenceOperation } from '../api/model.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import './portal.css';

function Operations({ licence }: { licence: HeldLicence }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: (operation: LicenceOperation) => api.changeLicence(licence.identifier, operation),
    onSuccess: ({ draft }) => navigate(`/drafts/${draft}`),
  });
  const renewal = licence.operations.find(({ operation }) => operation === 'renew');
  return (
    <>
      <div className="row">
        {licence.operations
          .filter(({ barred }) => barred === null)
          .map(({ operation }) => (
            <button
              key={operation}
              type="button"
              className="button button-quiet"
              data-testid={`licence-${operation}`}
              disabled={begin.isPending}
              onClick={() => begin.mutate(operation)}
            >
              {t(`licence.${operation}`)}
            </button>
          ))}
      </div>
      {renewal?.barred && <p className="small muted">{renewal.barred}</p>}
      <ErrorNotice error={begin.error} />
    </>
  );
}

export default function LicencesPage() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['licences'], queryFn: api.licences });
  return (
    <div className="page page-narrow">
      <h1>{t('licence.title')}</h1>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Loading lines={5} />}
      {query.data?.items.length === 0 && <Empty title={t('licence.none')} />}
      <div className="stack">
        {query.data?.items.map((licence) => (
          <section className="card stack" key={licence.identifier} data-testid="licence">
            <div className="page-head">
              <h2>{licence.name}</h2>
              <span className={`tag tag-${licence.state === 'valid' ? 'success' : 'neutral'}`}>
                {t(`licence.state-${licence.state}`)}
              </span>
            </div>
            <p className="number">{licence.number}</p>
            <p className="small muted">
              {licence.issuer} ·{' '}
              <span className="nowrap">
                {licence.issuedOn} – {licence.validTo ?? t('licence.for-ever')}
              </span>
            </p>
            {licence.openCase && (
              <Link to={`/cases/${licence.openCase}`}>{t('licence.under-way')}</Link>
            )}
            {licence.state === 'valid' && !licence.openCase && <Operations licence={licence} />}
          </section>
        ))}
      </div>
    </div>
  );
}

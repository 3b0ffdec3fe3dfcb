/** 我的证照: what I hold, and 延续、变更、补证、注销 begun from it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { HeldLicence, LicenceOperation } from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import { dateText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { pdfAddress } from './CaseDocuments.js';
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

/** To be shown at a counter: it leads to the verification page. */
function Qr({ licence: { qr, verifyAt } }: { licence: HeldLicence }) {
  const { t } = useTranslation();
  if (!qr || !verifyAt) return <p className="small muted">{t('document.sealing')}</p>;
  return (
    <a href={verifyAt} aria-label={t('licence.qr')} data-testid="licence-qr">
      <svg
        viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
        width="112"
        height="112"
        shapeRendering="crispEdges"
        style={{ background: '#fff' }}
        aria-hidden="true"
      >
        <path d={qr.path} fill="#000" />
      </svg>
    </a>
  );
}

/** What became of it: when, on whose word, by which article and why. */
function Ended({ licence }: { licence: HeldLicence }) {
  if (!licence.endedOn) return null;
  const { endedOn, endedBy, endedArticle, endedReason } = licence;
  return (
    <p className="small muted" data-testid="licence-ended">
      {[dateText(endedOn), endedBy, endedArticle, endedReason].filter(Boolean).join(' · ')}
    </p>
  );
}

/** What the body that regulates found of it: who, when, what, and in which words. */
function Found({ licence: { regulation } }: { licence: HeldLicence }) {
  const { t } = useTranslation();
  if (!regulation?.finding || !regulation.foundOn) return null;
  const { finding, foundOn, regulator, text } = regulation;
  return (
    <Notice tone={finding === 'sound' ? 'info' : 'warning'} testId="licence-found">
      <p>{t(`regulation.found-${finding}`, { regulator, on: dateText(foundOn) })}</p>
      {text && <p className="small">{text}</p>}
    </Notice>
  );
}

export default function LicencesPage() {
  const { t } = useTranslation();
  const say = useEnglish();
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
              <h2>{say(licence.name)}</h2>
              <span className={`tag tag-${licence.state === 'valid' ? 'success' : 'neutral'}`}>
                {t(`licence.state-${licence.endedAs ?? licence.state}`)}
              </span>
            </div>
            <p className="number">{licence.number}</p>
            <p className="small muted">
              {licence.issuer} ·{' '}
              <span className="nowrap">
                {licence.issuedOn} – {licence.validTo ?? t('licence.for-ever')}
              </span>
            </p>
            {licence.renewalFrom && licence.renewalUntil && (
              <p className="small muted" data-testid="licence-renewal">
                {t('licence.renewal-days', {
                  from: dateText(licence.renewalFrom),
                  until: dateText(licence.renewalUntil),
                })}
              </p>
            )}
            <Ended licence={licence} />
            <Found licence={licence} />
            {licence.state === 'valid' && <Qr licence={licence} />}
            {licence.paper && (
              <div className="row">
                <Link to={`/cases/${licence.caseNumber}/documents/${licence.paper}`}>
                  {t('document.open')}
                </Link>
                <a href={pdfAddress(licence.paper)} download data-testid="licence-pdf">
                  {t('document.download-pdf')}
                </a>
              </div>
            )}
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

/** Anybody who holds a paper learns here whether it is real and still holds: by its code, a licence's number, and the file itself. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import { compareDocument } from '../api/files.js';
import type { Verified } from '../api/model.js';
import { dateText, momentText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { regulationFacts } from '../shared/regulationFacts.js';
import { verdictOf } from './verdict.js';
import './document.css';
import './portal.css';

/** Real or not, and whether it still holds: in words first. */
function VerdictNotice({ found }: { found: Verified }) {
  const { t } = useTranslation();
  const { checks, life, licence } = found;
  const verdict = verdictOf(found);
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  const titles = { broken: 'verify.broken', unsure: 'verify.unsure', valid: 'verify.valid' };
  return (
    <Notice
      tone={VERDICT_TONES[verdict]}
      title={t(verdict === 'ended' ? `verify.life-${life.state}` : titles[verdict])}
      testId="verdict"
    >
      {verdict === 'broken' &&
        t('verify.broken-why', {
          checks: failed.map(({ check }) => t(`verify.check-${check}`)).join('、'),
        })}
      {verdict === 'unsure' && t('verify.unsure-why')}
      {verdict === 'valid' && t('verify.valid-why', { seal: found.sealName })}
      {verdict === 'ended' && life.reason}{' '}
      {verdict === 'ended' && licence?.next && (
        <Link to={`/verify/${encodeURIComponent(licence.next.identifier)}`} data-testid="next">
          {t('verify.next', { identifier: licence.next.identifier })}
        </Link>
      )}
    </Notice>
  );
}

const VERDICT_TONES = {
  broken: 'danger',
  ended: 'warning',
  unsure: 'warning',
  valid: 'success',
} as const;

const validity = (found: Verified, always: string): string | null =>
  found.licence &&
  `${dateText(found.licence.validFrom)} – ${found.licence.validTo ? dateText(found.licence.validTo) : always}`;

function Facts({ found }: { found: Verified }) {
  const { t } = useTranslation();
  const { life, licence } = found;
  const rows: [string, string | null][] = [
    [t('verify.name'), found.name],
    [t('verify.number'), found.number],
    [t('verify.identifier'), licence?.identifier ?? null],
    [t('verify.valid-days'), validity(found, t('licence.for-ever'))],
    [t('verify.since'), life.since ? dateText(life.since) : null],
    [t('verify.by'), life.by],
    [t('verify.article'), life.article],
    [t('verify.organisation'), found.organisation],
    [t('verify.dated'), found.dated ? dateText(found.dated) : null],
    [t('verify.item'), found.item],
    [t('verify.applicant'), found.applicant],
    ...regulationFacts(licence?.regulation ?? null, t),
    [t('verify.signed'), momentText(found.signedAt)],
    [t('verify.digest'), found.digest],
  ];
  return (
    <dl className="sheet-entries">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Each check by itself, against the certificate of the seal system. */
function Checks({ found }: { found: Verified }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t('verify.checks')}</h2>
      <ul className="plain-list" data-testid="checks">
        {found.checks.map(({ check, outcome }) => (
          <li key={check} className="row between" data-outcome={outcome}>
            <span>{t(`verify.check-${check}`)}</span>
            <span className={`tag tag-${TONES[outcome]}`}>{t(`verify.outcome-${outcome}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const TONES = { passed: 'success', failed: 'danger', unknown: 'warning' } as const;

/** The file one holds, against the one that was sealed: byte for byte. */
function Compare({ code }: { code: string }) {
  const { t } = useTranslation();
  const compare = useMutation({ mutationFn: (file: File) => compareDocument(code, file) });
  return (
    <section className="card">
      <h2>{t('verify.compare')}</h2>
      <p className="muted">{t('verify.compare-why')}</p>
      <span className="upload">
        <input
          type="file"
          aria-label={t('verify.compare-file')}
          data-testid="compare-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) compare.mutate(file);
          }}
        />
        <span className="button button-quiet button-small" aria-hidden="true">
          {t('upload.choose')}
        </span>
      </span>
      <ErrorNotice error={compare.error} />
      {compare.data && (
        <Notice
          tone={compare.data.same ? 'success' : 'danger'}
          title={t(compare.data.same ? 'verify.same' : 'verify.other')}
          testId="comparison"
        >
          <span className="small breakable">
            {t('document.digest', { digest: compare.data.digest })}
          </span>
        </Notice>
      )}
    </section>
  );
}

/** Who has no QR types what stands on the paper. */
function Ask({ asked }: { asked: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(asked);
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim()) void navigate(`/verify/${encodeURIComponent(text.trim())}`);
  };
  return (
    <form className="row" onSubmit={ask}>
      <input
        className="input grow"
        value={text}
        maxLength={150}
        aria-label={t('verify.ask')}
        placeholder={t('verify.ask')}
        data-testid="verify-code"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button" data-testid="verify-ask">
        {t('verify.look')}
      </button>
    </form>
  );
}

export default function VerifyPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const query = useQuery({
    queryKey: ['verification', code],
    queryFn: () => api.verification(code),
    retry: false,
    enabled: code !== '',
  });
  return (
    <div className="page page-narrow">
      <h1>{t('verify.title')}</h1>
      <Ask key={code} asked={code} />
      {code !== '' && query.isPending && <Loading lines={6} />}
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {query.data && (
        <div className="case-sections" style={{ marginTop: '1rem' }}>
          <VerdictNotice found={query.data} />
          <section className="card">
            <Facts found={query.data} />
          </section>
          <Checks found={query.data} />
          <Compare code={code} />
        </div>
      )}
    </div>
  );
}

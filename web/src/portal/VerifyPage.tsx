/** Anybody who holds a paper learns here whether it is real: by its code, and by the file itself. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import { compareDocument } from '../api/files.js';
import type { Verified } from '../api/model.js';
import { dateText, momentText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import './document.css';
import './portal.css';

/** Real, void, or not as it was sealed: in words first. */
function Verdict({ found }: { found: Verified }) {
  const { t } = useTranslation();
  if (!found.sealGood || found.intact === false) {
    return (
      <Notice tone="danger" title={t('verify.broken')} testId="verdict">
        {t('verify.broken-why')}
      </Notice>
    );
  }
  if (found.state === 'void') {
    return (
      <Notice tone="warning" title={t('verify.void')} testId="verdict">
        {found.voidReason}
      </Notice>
    );
  }
  return (
    <Notice tone="success" title={t('verify.valid')} testId="verdict">
      {t('verify.valid-why', { seal: found.sealName })}
    </Notice>
  );
}

function Facts({ found }: { found: Verified }) {
  const { t } = useTranslation();
  const rows: [string, string | null][] = [
    [t('verify.name'), found.name],
    [t('verify.number'), found.number],
    [t('verify.organisation'), found.organisation],
    [t('verify.dated'), found.dated ? dateText(found.dated) : null],
    [t('verify.item'), found.item],
    [t('verify.applicant'), found.applicant],
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

export default function VerifyPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const query = useQuery({
    queryKey: ['verification', code],
    queryFn: () => api.verification(code),
    retry: false,
  });
  return (
    <div className="page page-narrow">
      <h1>{t('verify.title')}</h1>
      {query.isPending && <Loading lines={6} />}
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {query.data && (
        <div className="case-sections" style={{ marginTop: '1rem' }}>
          <Verdict found={query.data} />
          <section className="card">
            <Facts found={query.data} />
          </section>
          <Compare code={code} />
        </div>
      )}
    </div>
  );
}

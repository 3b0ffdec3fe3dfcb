/** A licence or paper under its e-seal: to read, to print, and to keep with what proves it. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { WholeSealedDocument } from '../api/model.js';
import { dateText, momentText } from '../shared/time.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { useDocumentName } from './Papers.js';
import './document.css';
import './portal.css';

type Value = string | number | null;

/** What is printed on it, in this order; heading and seal already say the rest. */
const PRINTED = [
  'number',
  'holder',
  'businessName',
  'operatorName',
  'creditCode',
  'address',
  'area',
  'applicant',
  'item',
  'caseNumber',
  'issuer',
  'organisation',
  'issuedOn',
  'validTo',
  'decidedAt',
  'reason',
  'remedy',
  'identifier',
];

function entriesOf(content: Record<string, Value>): [string, string][] {
  const { data, ...own } = content;
  const more = typeof data === 'string' ? (JSON.parse(data) as Record<string, Value>) : {};
  const all: Record<string, Value> = { ...more, ...own };
  return PRINTED.flatMap((key): [string, string][] => {
    const value = all[key];
    return value === undefined || value === null || value === '' ? [] : [[key, String(value)]];
  });
}

const DAYS = new Set(['issuedOn', 'validTo']);
const MOMENTS = new Set(['decidedAt']);

function textOf(key: string, value: string): string {
  if (DAYS.has(key)) return dateText(value);
  return MOMENTS.has(key) ? momentText(value) : value;
}

/** The sealed text with its signature, as a file that can be verified anywhere. */
function download(paper: WholeSealedDocument, name: string): void {
  const { content, digest, signature, publicKey, sealId, sealName, signedAt } = paper;
  const file = { content, digest, algorithm: 'SM3/SM2', signature, publicKey, sealId, sealName };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify({ ...file, signedAt }, null, 2)], { type: 'application/json' }),
  );
  link.download = `${name}-${paper.caseNumber}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function Sheet({ paper, name }: { paper: WholeSealedDocument; name: string }) {
  const { t } = useTranslation();
  const content = JSON.parse(paper.content) as Record<string, Value>;
  return (
    <article className="sheet" data-testid="document">
      <h1>{name}</h1>
      <dl className="sheet-entries">
        {entriesOf(content).map(([key, value]) => (
          <div key={key}>
            <dt>{t(`document.field-${key}`)}</dt>
            <dd>{textOf(key, value)}</dd>
          </div>
        ))}
      </dl>
      <div className="sheet-seal">
        <p>{paper.organisation}</p>
        <p>{dateText(paper.signedAt)}</p>
        <span className="seal" aria-label={t('document.seal', { name: paper.sealName })}>
          {paper.sealName}
        </span>
      </div>
      <p className="small muted breakable">{t('document.digest', { digest: paper.digest })}</p>
    </article>
  );
}

export default function DocumentPage() {
  const { t } = useTranslation();
  const { number = '', digest = '' } = useParams();
  const nameOf = useDocumentName();
  const query = useQuery({
    queryKey: ['document', number, digest],
    queryFn: () => api.document(number, digest),
    staleTime: Infinity,
  });
  const paper = query.data;
  return (
    <div className="page page-narrow">
      <Link className="back" to={`/cases/${number}`}>
        {t('case.back')}
      </Link>
      {query.isPending && <Loading lines={7} />}
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {paper && (
        <>
          <Sheet paper={paper} name={nameOf(paper)} />
          <div className="actions">
            <button type="button" className="button" onClick={() => window.print()}>
              {t('document.print')}
            </button>
            <button
              type="button"
              className="button button-quiet"
              data-testid="download"
              onClick={() => download(paper, nameOf(paper))}
            >
              {t('document.download')}
            </button>
          </div>
          <p className="small muted">{t('document.download-why')}</p>
        </>
      )}
    </div>
  );
}

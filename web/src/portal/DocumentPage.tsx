/** A licence or document under its e-seal: to read on a phone, to print, and to keep. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { WholeDocument } from '../api/model.js';
import { dateText, momentText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { pdfAddress, useDocumentName } from './CaseDocuments.js';
import { Sheet } from './Sheet.js';
import './portal.css';

/** The signature with what was signed, as a file that can be verified anywhere. */
function download(paper: WholeDocument, name: string): void {
  const { sealedText: content, digest, signature, publicKey, sealId, sealName, signedAt } = paper;
  const file = { content, digest, algorithm: 'SM3/SM2', signature, publicKey, sealId, sealName };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify({ ...file, signedAt }, null, 2)], { type: 'application/json' }),
  );
  link.download = `${name}-${paper.caseNumber}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function Actions({ paper, name }: { paper: WholeDocument; name: string }) {
  const { t } = useTranslation();
  return (
    <div className="actions">
      {paper.content ? (
        <a className="button" href={pdfAddress(paper.id)} download data-testid="download">
          {t(paper.state === 'issued' ? 'document.download-pdf' : 'document.download-draft')}
        </a>
      ) : (
        <button type="button" className="button" onClick={() => window.print()}>
          {t('document.print')}
        </button>
      )}
      {paper.sealedText && (
        <button
          type="button"
          className="button button-quiet"
          data-testid="download"
          onClick={() => download(paper, name)}
        >
          {t('document.download')}
        </button>
      )}
      {paper.verifyAt && (
        <Link className="button button-quiet" to={new URL(paper.verifyAt).pathname}>
          {t('document.verify')}
        </Link>
      )}
    </div>
  );
}

export default function DocumentPage() {
  const { t } = useTranslation();
  const { number = '', id = '' } = useParams();
  const nameOf = useDocumentName();
  const query = useQuery({ queryKey: ['document', id], queryFn: () => api.document(id) });
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
          {paper.state !== 'issued' && (
            <Notice tone="warning" title={t(`document.state-${paper.state}`)}>
              {paper.voidReason ?? paper.returnReason ?? t('document.not-issued')}
            </Notice>
          )}
          {paper.endedAs && (
            <Notice tone="warning" title={t(`document.ended-${paper.endedAs}`)} testId="ended">
              {[paper.endedReason, paper.endedBy, paper.endedArticle, dateText(paper.endedAt)]
                .filter(Boolean)
                .join(' · ')}
            </Notice>
          )}
          <Sheet paper={paper} name={nameOf(paper)} />
          <Actions paper={paper} name={nameOf(paper)} />
          {paper.deliveredAt && (
            <p className="small muted" data-testid="delivered">
              {t('document.delivered-by', {
                way: t(`document.way-${paper.deliveryWay}`),
                time: momentText(paper.deliveredAt),
              })}
            </p>
          )}
          <p className="small muted">
            {t(paper.content ? 'document.pdf-why' : 'document.download-why')}
          </p>
        </>
      )}
    </div>
  );
}

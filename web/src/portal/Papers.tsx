/** What the case ended in: licences and papers, each to read, print and keep. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseDetail, Licence, SealedDocument } from '../api/model.js';
import { dateText } from '../shared/time.js';

export const documentAddress = ({ caseNumber, digest }: SealedDocument): string =>
  `/cases/${caseNumber}/documents/${digest}`;

/** Name of a paper that is no licence: 备案回执, 给付告知书 … */
export function useDocumentName() {
  const { t } = useTranslation();
  return ({ name, document }: SealedDocument) => name ?? t(`document.kind-${document}`);
}

function LicenceRow({ licence, sealed }: { licence: Licence; sealed: SealedDocument | undefined }) {
  const { t } = useTranslation();
  return (
    <li>
      <div className="row between">
        <strong>{licence.name}</strong>
        {sealed ? (
          <Link to={documentAddress(sealed)}>{t('document.open')}</Link>
        ) : (
          <span className="small muted">{t('document.sealing')}</span>
        )}
      </div>
      <div className="number">{licence.number}</div>
      <div className="small muted">
        {[licence.issuer, dateText(licence.issuedOn)].filter(Boolean).join(' · ')}
        {licence.validTo && ` · ${t('case.valid-to', { date: dateText(licence.validTo) })}`}
      </div>
      <div className="small muted number breakable">{licence.identifier}</div>
    </li>
  );
}

export function Papers({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  const nameOf = useDocumentName();
  const notices = one.documents.filter((document) => document.document !== 'licence');
  if (one.licences.length === 0 && notices.length === 0) return null;
  return (
    <section className="card" data-testid="licences">
      <h2>{t('case.licences')}</h2>
      <ul className="plain-list">
        {one.licences.map((licence) => (
          <LicenceRow
            key={licence.identifier}
            licence={licence}
            sealed={one.documents.find((document) => document.licence === licence.identifier)}
          />
        ))}
        {notices.map((notice) => (
          <li key={notice.digest}>
            <div className="row between">
              <strong>{nameOf(notice)}</strong>
              <Link to={documentAddress(notice)}>{t('document.open')}</Link>
            </div>
            <div className="small muted">
              {notice.organisation} · {dateText(notice.signedAt)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

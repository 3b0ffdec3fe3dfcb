/** What the case has on paper: licences and documents, each to read, print and keep. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseDetail, Licence, OfficialDocument } from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import { dateText, momentText } from '../shared/time.js';

/** The same page for applicants and staff: it reads the document's own address. */
export const documentAddress = ({ caseNumber, id }: Pick<OfficialDocument, 'caseNumber' | 'id'>) =>
  `/cases/${caseNumber}/documents/${id}`;

export const pdfAddress = (id: string): string => `/api/documents/${id}/pdf`;

/** Its own name (行政确认决定书, a licence's); to who reads no Chinese what its kind is called. */
export function useDocumentName() {
  const { t, i18n } = useTranslation();
  return ({ kind, name }: Pick<OfficialDocument, 'kind' | 'name'>) =>
    kind === 'licence' || i18n.language.startsWith('zh') ? name : t(`document.kind-${kind}`);
}

/** Of which item a paper is, where a matter shows those of several. */
function ItemName({ of: { itemName }, shown }: { of: { itemName: string }; shown: boolean }) {
  const say = useEnglish();
  if (!shown) return null;
  return <div className="small">{say(itemName)}</div>;
}

function LicenceRow({
  licence,
  sealed,
  itemShown,
}: {
  licence: Licence;
  sealed: OfficialDocument | undefined;
  itemShown: boolean;
}) {
  const { t } = useTranslation();
  const say = useEnglish();
  return (
    <li>
      <div className="row between">
        <strong>{say(licence.name)}</strong>
        {sealed ? (
          <Link to={documentAddress(sealed)}>{t('document.open')}</Link>
        ) : (
          <span className="small muted">{t('document.sealing')}</span>
        )}
      </div>
      <ItemName of={licence} shown={itemShown} />
      <div className="number">{licence.number}</div>
      <div className="small muted">
        {[licence.issuer, dateText(licence.issuedOn)].filter(Boolean).join(' · ')}
        {licence.validTo && ` · ${t('case.valid-to', { date: dateText(licence.validTo) })}`}
      </div>
      <div className="small muted number breakable">{licence.identifier}</div>
    </li>
  );
}

/** Where a draft stands, and what holds it up. */
function Standing({ paper }: { paper: OfficialDocument }) {
  const { t } = useTranslation();
  if (paper.state === 'issued') {
    return (
      <div className="small muted">
        {[paper.organisation, dateText(paper.issuedAt)].join(' · ')}
        {paper.deliveredAt &&
          ` · ${t('document.delivered', { time: momentText(paper.deliveredAt) })}`}
      </div>
    );
  }
  return (
    <>
      <span className={`tag tag-${paper.state === 'returned' ? 'warning' : 'info'}`}>
        {t(`document.state-${paper.state}`)}
      </span>
      {paper.state === 'returned' && paper.returnReason && (
        <div className="small">
          {t('document.returned-because', { reason: paper.returnReason })}
        </div>
      )}
      {paper.problem && <div className="small danger">{paper.problem}</div>}
    </>
  );
}

function PaperRow({ paper, itemShown }: { paper: OfficialDocument; itemShown: boolean }) {
  const { t } = useTranslation();
  const nameOf = useDocumentName();
  return (
    <li data-testid={`document-${paper.kind}`}>
      <div className="row between">
        <strong>{nameOf(paper)}</strong>
        <span className="row">
          <Link to={documentAddress(paper)}>{t('document.read')}</Link>
          <a href={pdfAddress(paper.id)} download>
            {t('document.pdf')}
          </a>
        </span>
      </div>
      <ItemName of={paper} shown={itemShown} />
      {paper.number && <div className="number breakable">{paper.number}</div>}
      <Standing paper={paper} />
    </li>
  );
}

export function CaseDocuments({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  const papers = one.documents.filter(({ kind }) => kind !== 'licence');
  const itemShown = one.children.length > 0;
  if (one.licences.length === 0 && papers.length === 0) return null;
  return (
    <section className="card" data-testid="licences">
      <h2>{t('case.licences')}</h2>
      <ul className="plain-list">
        {one.licences.map((licence) => (
          <LicenceRow
            key={licence.identifier}
            licence={licence}
            itemShown={itemShown}
            sealed={one.documents.find((document) => document.licence === licence.identifier)}
          />
        ))}
        {papers.map((paper) => (
          <PaperRow key={paper.id} paper={paper} itemShown={itemShown} />
        ))}
      </ul>
    </section>
  );
}

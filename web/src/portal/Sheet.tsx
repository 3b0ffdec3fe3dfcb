/** A paper as it is printed, with its seal once it has one. */
import { useTranslation } from 'react-i18next';
import type { WholeDocument } from '../api/model.js';
import { dateText } from '../shared/time.js';
import { SealedText } from './SealedText.js';
import './document.css';

/** The document's words, as they stand in the PDF. */
function Words({ paper }: { paper: WholeDocument }) {
  return (
    <>
      {paper.number && <p className="sheet-number number">{paper.number}</p>}
      <div className="sheet-words">
        {paper.content?.paragraphs.map(({ kind, text }, index) => (
          <p key={index} className={`sheet-${kind}`}>
            {text}
          </p>
        ))}
      </div>
    </>
  );
}

interface Props {
  paper: WholeDocument;
  name: string;
  /** Where it does not head its page. */
  heading?: 'h1' | 'h2';
}

export function Sheet({ paper, name, heading: Heading = 'h1' }: Props) {
  const { t } = useTranslation();
  return (
    <article className="sheet" data-testid="document">
      <Heading>{paper.content?.title ?? name}</Heading>
      {paper.content ? <Words paper={paper} /> : <SealedText text={paper.sealedText ?? '{}'} />}
      <div className="sheet-seal">
        <p>{paper.organisation}</p>
        <p>{paper.dated || paper.signedAt ? dateText(paper.dated ?? paper.signedAt) : ''}</p>
        {paper.sealName && (
          <span className="seal" aria-label={t('document.seal', { name: paper.sealName })}>
            {paper.sealName}
          </span>
        )}
      </div>
      {paper.signature && (
        <p className="small muted breakable">{t('document.digest', { digest: paper.digest })}</p>
      )}
    </article>
  );
}

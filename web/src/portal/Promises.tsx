/** 容缺受理 and 告知承诺: the letter word for word, signed by name before the application is handed in. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChosenWays, Draft, DraftSituation, Offer } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import { useDraftPage } from './DraftPages.js';

type Offers = DraftSituation['ways'];
type Way = keyof ChosenWays;

const WAYS: readonly Way[] = ['gaps', 'promise'];

/** Whether a letter is still to be signed, or may not be. */
export const unsigned = (draft: Draft, offers: Offers): boolean =>
  WAYS.some((way) => offers[way] && (offers[way].barred !== null || !draft.ways[way]));

interface LetterProps {
  draft: Draft;
  way: Way;
  offer: Offer;
}

function Signature({ draft, way }: Omit<LetterProps, 'offer'>) {
  const { t } = useTranslation();
  const { session } = useSession();
  const { save: kept } = useDraftPage();
  const signed = draft.ways[way]?.signedName;
  const [name, setName] = useState('');
  const expected = draft.entry?.applicantName ?? session?.person.name ?? '';
  const save = useMutation({
    mutationFn: (ways: ChosenWays) => {
      kept.change({ ways });
      return kept.flush();
    },
    onSuccess: () => setName(''),
  });
  if (signed) {
    return (
      <div className="row" data-testid={`signed-${way}`}>
        <span>
          <span aria-hidden="true">✓ </span>
          {t('ways.signed', { name: signed })}
        </span>
        <button
          type="button"
          className="button button-link button-small"
          onClick={() => save.mutate({ ...draft.ways, [way]: undefined })}
        >
          {t('ways.unsign')}
        </button>
      </div>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...draft.ways, [way]: { signedName: name.trim() } });
      }}
    >
      <div className="field">
        <label htmlFor={`sign-${way}`}>{t('ways.sign-here', { name: expected })}</label>
        <input
          id={`sign-${way}`}
          data-testid={`sign-${way}`}
          className="form-control"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {name.trim() !== '' && name.trim() !== expected && (
          <p className="field-error">{t('ways.sign-name', { name: expected })}</p>
        )}
      </div>
      <ErrorNotice error={save.error} />
      <button
        type="submit"
        className="button"
        data-testid={`agree-${way}`}
        disabled={name.trim() !== expected || save.isPending}
      >
        {t('ways.sign')}
      </button>
    </form>
  );
}

function LetterCard({ draft, way, offer }: LetterProps) {
  const { t } = useTranslation();
  return (
    <section className="card stack" data-testid={`letter-${way}`}>
      <h2>{offer.letter.title}</h2>
      <p className="small muted">{t(`ways.${way}-why`)}</p>
      <div className="letter">
        {offer.letter.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {offer.barred ? (
        <Notice tone="warning" title={t(`ways.${way}-barred`)} testId={`barred-${way}`}>
          <p>{offer.barred}</p>
          <div className="row">
            <Link className="button button-quiet button-small" to="/credit">
              {t('nav.credit')}
            </Link>
          </div>
        </Notice>
      ) : (
        <Signature draft={draft} way={way} />
      )}
      <Link
        to={way === 'gaps' ? `/drafts/${draft.id}/materials` : `/drafts/${draft.id}`}
        className="small"
      >
        {t(`ways.${way}-instead`)}
      </Link>
    </section>
  );
}

export function Promises({ draft, offers }: { draft: Draft; offers: Offers }) {
  return (
    <>
      {WAYS.map((way) => {
        const offer = offers[way];
        return offer && <LetterCard key={way} draft={draft} way={way} offer={offer} />;
      })}
    </>
  );
}

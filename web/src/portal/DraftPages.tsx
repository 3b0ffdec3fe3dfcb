/** What the steps of one application share: the draft, kept while one goes from one to the other. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useOutletContext, useParams } from 'react-router';
import type { Draft } from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import type { Unsent } from '../shared/versions/draft-keeper.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import {
  type Autosave,
  type DraftContent,
  useAutosave,
  useDraft,
  useUnsentDraft,
} from './draft.js';
import { ForWhom } from './ForWhom.js';
import { SaveProblem } from './SaveState.js';
import { type ApplyStep, StepList } from './StepList.js';
import './portal.css';

interface DraftPage {
  /** As it stands on this page. */
  draft: Draft;
  save: Autosave;
}

/** The draft of the pages below `/drafts/:id`. */
export const useDraftPage = (): DraftPage => useOutletContext<DraftPage>();

const stepOf = (pathname: string): ApplyStep => {
  const last = pathname.split('/')[3];
  return last === 'materials' || last === 'check' ? last : 'form';
};

export default function DraftPages() {
  const { id = '' } = useParams();
  return <Begun key={id} id={id} />;
}

function Begun({ id }: { id: string }) {
  const { t } = useTranslation();
  /** It begins anew where what is kept elsewhere is taken. */
  const [round, begin] = useState(0);
  const draft = useDraft(id);
  const unsent = useUnsentDraft(id, round);
  // What was read once stays on the page: that it cannot be read now is told where it cannot be kept.
  if (draft.data && unsent !== undefined)
    return <Kept key={round} draft={draft.data} unsent={unsent} onAgain={() => begin(round + 1)} />;
  return (
    <div className="page page-narrow">
      <h1>{t('apply.title')}</h1>
      <ErrorNotice error={draft.error} />
      {!draft.error && <Loading lines={7} />}
    </div>
  );
}

interface KeptProps {
  draft: Draft;
  unsent: Unsent<DraftContent> | null;
  onAgain: () => void;
}

function Kept({ draft, unsent, onAgain }: KeptProps) {
  const say = useEnglish();
  const save = useAutosave(draft, unsent);
  const step = stepOf(useLocation().pathname);
  const shown: Draft = { ...draft, ...save.content };
  return (
    <div className="page page-narrow">
      <h1 key={step}>{say(draft.itemName)}</h1>
      <ForWhom draft={draft} />
      <StepList current={step} draft={draft.id} />
      <SaveProblem save={save} takeTheirs={onAgain} />
      <Outlet context={{ draft: shown, save } satisfies DraftPage} />
    </div>
  );
}

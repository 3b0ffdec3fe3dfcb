import { lazy, Suspense, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { InspectionPart } from './InspectionPart.js';
import { OpinionTemplates } from './OpinionTemplates.js';
import { Outcomes } from './Outcomes.js';
import type { Answer } from './useAnswer.js';

/** Few tasks ask for more than an outcome and words, and the list is there before. */
const SchemaForm = lazy(async () => ({
  default: (await import('../shared/forms/SchemaForm.js')).SchemaForm,
}));

interface Props {
  task: TaskDetail;
  answer: Answer;
  /** Where the opinion is written. */
  words: RefObject<HTMLTextAreaElement | null>;
  releasing: boolean;
  onRelease: () => void;
}

/** Decide, say why, hand on; or put it back. */
export function AnswerForm({ task, answer, words, releasing, onRelease }: Props) {
  const { t } = useTranslation();
  const { schema, inspection, twoNeeded, propose, complete, opinion, setOpinion } = answer;
  return (
    <>
      <Outcomes task={task} value={answer.outcome} onChange={answer.setOutcome} />
      {schema && (
        <Suspense fallback={<Loading />}>
          <SchemaForm
            ref={answer.formRef}
            form={schema}
            value={answer.form}
            onChange={answer.setForm}
          />
        </Suspense>
      )}
      {twoNeeded && inspection.data && (
        <InspectionPart
          inspection={inspection.data}
          error={propose.error ?? inspection.error}
          companion={answer.companion}
          onChange={answer.setCompanion}
        />
      )}
      <div className="field">
        <span className="row between">
          <label htmlFor="opinion">{t(answer.adverse ? 'bench.reasons' : 'bench.opinion')}</label>
          <OpinionTemplates opinion={opinion} onPick={setOpinion} />
        </span>
        <textarea
          id="opinion"
          ref={words}
          className="form-control"
          maxLength={2000}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
        <span className="small muted" role="status" data-testid="draft-saved">
          {t(`bench.draft-${answer.saved}`)}
        </span>
      </div>
      <ErrorNotice error={complete.error} />
      <div className="row">
        <button
          type="button"
          className="button"
          data-testid="complete"
          disabled={!answer.ready || answer.pending}
          onClick={() => void answer.handOn()}
        >
          {t(twoNeeded ? 'inspection.propose' : 'bench.complete')} <kbd>Ctrl ↵</kbd>
        </button>
        <button
          type="button"
          className="button button-quiet"
          data-testid="release"
          disabled={releasing || complete.isPending}
          onClick={onRelease}
        >
          {t('bench.release')} <kbd>r</kbd>
        </button>
      </div>
    </>
  );
}

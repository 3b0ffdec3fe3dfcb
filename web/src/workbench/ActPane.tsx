/** Claim, decide, say why, hand on. */
import { useMutation } from '@tanstack/react-query';
import { forwardRef, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { FormData, TaskDetail } from '../api/model.js';
import { SchemaForm, type SchemaFormHandle } from '../shared/forms/SchemaForm.js';
import { dueMoment, momentText } from '../shared/time.js';
import { ErrorNotice, Light, Notice } from '../shared/ui.js';
import { InspectionPart, useInspection } from './InspectionPart.js';
import { TaskHistory } from './TaskHistory.js';
import { OpinionTemplates } from './OpinionTemplates.js';
import { SentCopies } from './SentCopies.js';
import { SignOffs } from './SignOffs.js';
import { answersFor, taskForm } from './taskForm.js';
import { useDraft } from './useDraft.js';
import { allowedVerbs } from './verbs/allowed.js';
import { VERBS, type Verb } from './verbs/list.js';
import { VerbBar } from './verbs/VerbBar.js';
import { VerbDialog } from './verbs/VerbDialog.js';

/** What the keyboard can do here. */
export interface ActHandle {
  /** A verb by its key, if it is allowed now. */
  verb: (key: string) => void;
  claim: () => void;
  release: () => void;
  focusOpinion: () => void;
  choose: (index: number) => void;
  complete: () => void;
}

interface Props {
  task: TaskDetail;
  /** The signed-in person's id. */
  me: string;
  onChanged: () => Promise<void>;
  /** The task is now in one's own list. */
  onClaimed: () => void;
  onDone: () => Promise<void>;
  /** A verb is done; the task may be in other hands now. */
  onVerb: (verb: Verb) => Promise<void>;
}

interface OutcomesProps {
  task: TaskDetail;
  value: string | undefined;
  onChange: (outcome: string) => void;
}

function Outcomes({ task, value, onChange }: OutcomesProps) {
  const { t } = useTranslation();
  if (task.outcomes.length === 0) return null;
  return (
    <fieldset className="outcomes">
      <legend>{t('bench.outcome')}</legend>
      {task.outcomes.map((outcome, index) => (
        <label className="outcome" key={outcome.id}>
          <input
            type="radio"
            name="outcome"
            value={outcome.id}
            checked={value === outcome.id}
            data-testid={`outcome-${outcome.id}`}
            onChange={() => onChange(outcome.id)}
          />
          {outcome.name}
          <kbd>{index + 1}</kbd>
        </label>
      ))}
    </fieldset>
  );
}

/** What is special about the task now: whose it is, who waits for whom, who urged. */
function Standing({ task, me }: { task: TaskDetail; me: string }) {
  const { t } = useTranslation();
  const delegated = task.delegator;
  return (
    <>
      {task.actingAs && <Notice>{t('bench.acting-as', { name: task.actingAs.name })}</Notice>}
      {task.urgedTimes > 0 && task.state === 'open' && (
        <Notice tone="warning" testId="urged">
          {t('bench.urged', { count: task.urgedTimes, time: momentText(task.urgedAt) })}
        </Notice>
      )}
      {delegated && delegated.id === me && task.assignee?.id !== me && (
        <Notice>{t('bench.delegated-to', { name: task.assignee?.name })}</Notice>
      )}
      {delegated && task.assignee?.id === me && (
        <Notice>{t('bench.delegated-by', { name: delegated.name })}</Notice>
      )}
      {task.waiting && task.state === 'open' && (
        <Notice tone="warning">{t(`bench.waiting-${task.waiting}`)}</Notice>
      )}
    </>
  );
}

export const ActPane = forwardRef<ActHandle, Props>(function ActPane(props, ref) {
  const { task, me, onChanged, onClaimed, onDone, onVerb } = props;
  const { t } = useTranslation();
  const mine = task.assignee?.id === me || task.actingAs !== null;
  const open = task.state === 'open';
  const workable = mine && open && task.delegator === null && task.waiting === null;
  const only = task.outcomes.length === 1 ? task.outcomes[0]?.id : undefined;
  const [outcome, setOutcome] = useState<string | undefined>(task.draft?.outcome ?? only);
  const [opinion, setOpinion] = useState(task.draft?.opinion ?? '');
  const [form, setForm] = useState<FormData>((task.draft?.form ?? {}) as FormData);
  const [verb, setVerb] = useState<Verb | null>(null);
  const verbs = allowedVerbs(task, me);
  const schema = useMemo(() => taskForm(task, outcome), [task, outcome]);
  const formRef = useRef<SchemaFormHandle>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const key = useRef(newKey());
  const saved = useDraft(task.id, { outcome, opinion, form }, mine && open && !task.waiting);

  const claim = useMutation({
    mutationFn: () => api.claim(task.id),
    onSuccess: onClaimed,
    onSettled: onChanged,
  });
  const release = useMutation({ mutationFn: () => api.release(task.id), onSettled: onChanged });
  const inspection = useInspection(task);
  const twoNeeded = (inspection.data?.article ?? null) !== null;
  const [companion, setCompanion] = useState('');
  // With a second inspector the record goes to them first; their word completes the task.
  const propose = useMutation({
    mutationFn: () =>
      api.proposeInspection(task.id, {
        companion,
        outcome: outcome ?? '',
        opinion: opinion.trim(),
        form: answersFor(task, outcome, form),
      }),
    onSuccess: () => inspection.refetch(),
  });
  const complete = useMutation({
    mutationFn: () =>
      api.complete(
        task.id,
        { outcome, opinion: opinion.trim(), form: answersFor(task, outcome, form) },
        key.current,
      ),
    onSuccess: onDone,
  });
  const chosen = task.outcomes.length === 0 || outcome !== undefined;
  const ready = workable && chosen && (!twoNeeded || companion !== '');
  const handOn = () => {
    if (!ready || complete.isPending || propose.isPending) return;
    if (formRef.current && !formRef.current.validate()) return;
    if (twoNeeded) propose.mutate();
    else complete.mutate();
  };
  useImperativeHandle(ref, () => ({
    claim: () => !task.assignee && open && claim.mutate(),
    release: () => mine && open && release.mutate(),
    focusOpinion: () => words.current?.focus(),
    choose: (index) => mine && setOutcome(task.outcomes[index]?.id ?? outcome),
    complete: handOn,
    verb: (pressed) => setVerb(verbs.find((one) => VERBS[one].key === pressed) ?? null),
  }));

  return (
    <>
      <div>
        <div className="row between">
          <h2 data-testid="task-name">{task.name}</h2>
          <Light light={task.light} />
        </div>
        <p className="muted small">
          {task.departmentName}
          {task.dueAt && ` · ${t('bench.due', { time: dueMoment(task.dueAt) })}`}
        </p>
      </div>
      <Standing task={task} me={me} />
      <ErrorNotice error={claim.error ?? release.error} />
      {!open && <Notice>{t(`bench.task-${task.state}`)}</Notice>}
      {open && !task.assignee && (
        <button
          type="button"
          className="button"
          data-testid="claim"
          disabled={claim.isPending}
          onClick={() => claim.mutate()}
        >
          {t('bench.claim')} <kbd>c</kbd>
        </button>
      )}
      {open && task.assignee && !mine && task.delegator?.id !== me && (
        <Notice>{t('bench.taken', { name: task.assignee.name })}</Notice>
      )}
      <SignOffs task={task} mine={mine} onChanged={onChanged} />
      <SentCopies task={task} me={me} mine={mine} onChanged={onChanged} />
      {open && mine && task.waiting !== 'sign-after' && (
        <>
          <Outcomes task={task} value={outcome} onChange={setOutcome} />
          {schema && <SchemaForm ref={formRef} form={schema} value={form} onChange={setForm} />}
          {twoNeeded && inspection.data && (
            <InspectionPart
              inspection={inspection.data}
              error={propose.error ?? inspection.error}
              companion={companion}
              onChange={setCompanion}
            />
          )}
          <div className="field">
            <span className="row between">
              <label htmlFor="opinion">{t('bench.opinion')}</label>
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
              {t(`bench.draft-${saved}`)}
            </span>
          </div>
          <ErrorNotice error={complete.error} />
          <div className="row">
            <button
              type="button"
              className="button"
              data-testid="complete"
              disabled={!ready || complete.isPending || propose.isPending}
              onClick={handOn}
            >
              {t(twoNeeded ? 'inspection.propose' : 'bench.complete')} <kbd>Ctrl ↵</kbd>
            </button>
            <button
              type="button"
              className="button button-quiet"
              data-testid="release"
              disabled={release.isPending || complete.isPending}
              onClick={() => release.mutate()}
            >
              {t('bench.release')} <kbd>r</kbd>
            </button>
          </div>
        </>
      )}
      <VerbBar verbs={verbs} onVerb={setVerb} />
      <TaskHistory operations={task.operations} />
      {verb && (
        <VerbDialog
          task={task}
          verb={verb}
          onClose={() => setVerb(null)}
          onDone={async (done) => {
            setVerb(null);
            await onVerb(done);
          }}
        />
      )}
    </>
  );
});

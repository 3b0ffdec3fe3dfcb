/** One task before the person who handles it: claim, answer, or one of its verbs. */
import { useMutation } from '@tanstack/react-query';
import { forwardRef, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { TaskDetail } from '../api/model.js';
import { dueMoment } from '../shared/time.js';
import { ErrorNotice, Light, Notice } from '../shared/ui.js';
import { AnswerForm } from './AnswerForm.js';
import { SentCopies } from './SentCopies.js';
import { SignOffs } from './SignOffs.js';
import { TaskHistory } from './TaskHistory.js';
import { TaskNotices } from './TaskNotices.js';
import { useAnswer } from './useAnswer.js';
import { EarlierOpinions } from './EarlierOpinions.js';
import { allowedVerbs, VERBS, type Verb } from './verbs/list.js';
import { standingOf } from './verbs/standing.js';
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

export const ActPane = forwardRef<ActHandle, Props>(function ActPane(props, ref) {
  const { task, me, onChanged, onClaimed, onDone, onVerb } = props;
  const { t } = useTranslation();
  const mine = task.assignee?.id === me || task.actingAs !== null;
  const open = task.state === 'open';
  const [verb, setVerb] = useState<Verb | null>(null);
  const verbs = allowedVerbs(standingOf(task, me));
  const words = useRef<HTMLTextAreaElement>(null);
  const answer = useAnswer(task, mine, onDone);

  const claim = useMutation({
    mutationFn: () => api.claim(task.id),
    onSuccess: onClaimed,
    onSettled: onChanged,
  });
  const release = useMutation({ mutationFn: () => api.release(task.id), onSettled: onChanged });
  useImperativeHandle(ref, () => ({
    claim: () => !task.assignee && open && claim.mutate(),
    release: () => mine && open && release.mutate(),
    focusOpinion: () => words.current?.focus(),
    choose: (index) => mine && answer.setOutcome(task.outcomes[index]?.id ?? answer.outcome),
    complete: () => void answer.handOn(),
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
        <div className="stack" aria-live="polite">
          <TaskNotices task={task} me={me} />
          {!open && <Notice>{t(`bench.task-${task.state}`)}</Notice>}
          {open && task.assignee && !mine && task.delegator?.id !== me && (
            <Notice>{t('bench.taken', { name: task.assignee.name })}</Notice>
          )}
        </div>
      </div>
      <ErrorNotice error={claim.error ?? release.error} />
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
      <SignOffs task={task} mine={mine} onChanged={onChanged} />
      <SentCopies task={task} me={me} mine={mine} onChanged={onChanged} />
      {open && mine && task.waiting !== 'sign-after' && (
        <AnswerForm
          task={task}
          answer={answer}
          words={words}
          releasing={release.isPending}
          onRelease={() => release.mutate()}
        />
      )}
      {open && <EarlierOpinions task={task} />}
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

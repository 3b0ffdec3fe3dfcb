/** The answer to a task as it is being written: outcome, opinion, form; kept as a draft, handed on. */
import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { FormData, TaskDetail } from '../api/model.js';
import type { SchemaFormHandle } from '../shared/forms/SchemaForm.js';
import { useInspection } from './InspectionPart.js';
import { useAskOnceMore } from '../shared/adverse.js';
import { answersFor, taskForm } from './taskForm.js';
import { useDraft } from './useDraft.js';

export type Answer = ReturnType<typeof useAnswer>;

/** @param mine whether it is in the signed-in person's hands, their principal's included */
export function useAnswer(task: TaskDetail, mine: boolean, onDone: () => Promise<void>) {
  const open = task.state === 'open';
  const workable = mine && open && task.delegator === null && task.waiting === null;
  const only = task.outcomes.length === 1 ? task.outcomes[0]?.id : undefined;
  const [outcome, setOutcome] = useState<string | undefined>(task.draft?.outcome ?? only);
  const [opinion, setOpinion] = useState(task.draft?.opinion ?? '');
  const [form, setForm] = useState<FormData>((task.draft?.form ?? {}) as FormData);
  const [companion, setCompanion] = useState('');
  const schema = useMemo(() => taskForm(task, outcome), [task, outcome]);
  const askOnceMore = useAskOnceMore();
  const formRef = useRef<SchemaFormHandle>(null);
  const key = useRef(newKey());
  const saved = useDraft(task.id, { outcome, opinion, form }, mine && open && !task.waiting);
  const inspection = useInspection(task);
  const twoNeeded = (inspection.data?.article ?? null) !== null;

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
  const pending = complete.isPending || propose.isPending;
  const chosenOutcome = task.outcomes.find(({ id }) => id === outcome);
  const adverse = chosenOutcome?.adverse === true;
  const handOn = async () => {
    if (!ready || pending) return;
    if (formRef.current && !formRef.current.validate()) return;
    if (adverse && !(await askOnceMore(chosenOutcome.name))) return;
    if (twoNeeded) propose.mutate();
    else complete.mutate();
  };
  return {
    ...{ outcome, setOutcome, opinion, setOpinion, form, setForm, schema, formRef, saved },
    ...{ inspection, twoNeeded, companion, setCompanion, adverse },
    ...{ propose, complete, ready, pending, handOn },
  };
}

/** The draft of a form: undone and done again, and kept by itself. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/endpoints.js';
import type { FormContent } from '../api/model.js';
import type { Unsent } from '../shared/versions/draft-keeper.js';
import { instead, type MadeFrom } from '../shared/versions/made-from.js';
import { useDraftKeeper } from '../shared/versions/useDraftKeeper.js';

/** Drawing rests so long before it is sent, ms. */
const QUIET_MS = 1500;
const MOST_STEPS = 200;

interface History {
  past: FormContent[];
  now: FormContent;
  future: FormContent[];
}

/** What the editor begins with. */
export interface BegunForm {
  /** The draft, else the newest version; a new form, or one from a file. */
  form: FormContent;
  /** What there was when it was begun. */
  madeFrom: MadeFrom;
  /** Nothing of it is kept yet. */
  handed: boolean;
}

export function useFormDraft(
  id: string,
  { form, madeFrom, handed }: BegunForm,
  unsent: Unsent<FormContent> | null,
) {
  const queries = useQueryClient();
  const begun = { kind: 'form', id, content: form, madeFrom, handed, unsent, quiet: QUIET_MS };
  const { keeper, restored, behind } = useDraftKeeper(begun, async (content, from) => {
    const saved = await api.saveForm(id, content, from);
    void queries.invalidateQueries({ queryKey: ['forms', 'versions', id] });
    return saved;
  });
  const [history, setHistory] = useState<History>({
    ...{ past: behind ? [behind] : [], future: [] },
    now: keeper.content,
  });

  const show = (next: History) => {
    setHistory(next);
    keeper.change(next.now);
  };
  const change = (next: FormContent) => {
    if (next === history.now) return;
    const past = [...history.past, history.now].slice(-MOST_STEPS);
    show({ past, now: next, future: [] });
  };
  const undo = () => {
    const before = history.past.at(-1);
    if (!before) return;
    const future = [history.now, ...history.future];
    show({ past: history.past.slice(0, -1), now: before, future });
  };
  const redo = () => {
    const [after, ...future] = history.future;
    if (!after) return;
    show({ past: [...history.past, history.now], now: after, future });
  };
  return {
    ...{ form: history.now, change, undo, redo, keeper, restored },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /** Something else was drawn here and not sent, before this was handed over. */
    isBefore: behind !== null,
    overwrite: async () => {
      const { items } = await api.formVersions(id);
      await keeper.replace(instead(items));
    },
    published: async (version: number) => {
      keeper.published(version);
      // What was asked before the publication would be joined, and tells of before.
      await queries.cancelQueries({ queryKey: ['forms', 'versions', id] });
      await queries.invalidateQueries({ queryKey: ['forms', 'versions', id] });
      await queries.invalidateQueries({ queryKey: ['forms'], exact: true });
    },
  };
}

/**
 * The draft of a form: undone and done again, kept on this machine with each change and on the server a
 * moment later, so that nothing typed is lost, whatever happens in between.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { FormContent } from '../api/model.js';
import { useSession } from '../shared/session.js';

const QUIET_MS = 1500;
const MOST_STEPS = 200;

/** What this machine keeps until the server has it. */
interface Unsent {
  form: FormContent;
  /** Revision of the draft that it was made from. */
  madeFrom: string | null;
}

/** What somebody else drew at the same machine is theirs. */
const placeOf = (person: string, id: string) => `onestop.form-draft.${person}.${id}`;

function unsentOf(place: string): Unsent | null {
  const text = window.localStorage.getItem(place);
  return text ? (JSON.parse(text) as Unsent) : null;
}

interface History {
  past: FormContent[];
  now: FormContent;
  future: FormContent[];
}

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed';

/**
 * @param begun what is there: the draft, else the newest version, else an empty form
 * @param revision of the draft there is; null = none
 * @param isNew nothing of what is begun is kept yet
 */
export function useFormDraft(
  id: string,
  begun: FormContent,
  revision: string | null,
  isNew: boolean,
) {
  const queries = useQueryClient();
  const place = placeOf(useSession().session?.person.id ?? '', id);
  const [unsent] = useState(() => unsentOf(place));
  const [history, setHistory] = useState<History>({
    ...{ past: [], future: [] },
    now: unsent?.form ?? begun,
  });
  const [saving, setSaving] = useState<Saving>(unsent || isNew ? 'waiting' : 'saved');
  const [error, setError] = useState<unknown>(null);
  const madeFrom = useRef(unsent ? unsent.madeFrom : revision);
  const latest = useRef(history.now);
  const kept = useRef<FormContent | null>(unsent || isNew ? null : begun);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<number | undefined>(undefined);

  const send = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current);
    // One after another: each is made from the one before.
    await running.current?.catch(() => undefined);
    const form = latest.current;
    if (form === kept.current) return;
    setSaving('saving');
    running.current = api.saveForm(id, form, madeFrom.current).then((saved) => {
      madeFrom.current = saved.revision;
      kept.current = form;
      const more = latest.current !== form;
      if (!more) window.localStorage.removeItem(place);
      setSaving(more ? 'waiting' : 'saved');
      setError(null);
    });
    try {
      await running.current;
      await queries.invalidateQueries({ queryKey: ['forms', 'versions', id] });
    } catch (problem) {
      setSaving('failed');
      setError(problem);
      throw problem;
    } finally {
      running.current = null;
    }
  }, [id, place, queries]);

  const later = useCallback(() => {
    const local: Unsent = { form: latest.current, madeFrom: madeFrom.current };
    window.localStorage.setItem(place, JSON.stringify(local));
    setSaving('waiting');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void send().catch(() => undefined), QUIET_MS);
  }, [place, send]);

  useEffect(() => {
    if (kept.current === null) later();
    return () => window.clearTimeout(timer.current);
  }, [later]);

  const show = (next: History) => {
    latest.current = next.now;
    setHistory(next);
    later();
  };
  const change = (form: FormContent) => {
    if (form === history.now) return;
    const past = [...history.past, history.now].slice(-MOST_STEPS);
    show({ past, now: form, future: [] });
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
  const forget = () => {
    window.clearTimeout(timer.current);
    window.localStorage.removeItem(place);
  };
  return {
    ...{ form: history.now, change, undo, redo, saving, error, forget },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    restored: unsent !== null,
    /** Sends what is not sent. @throws ApiError, `draft-changed` where somebody else kept another */
    flush: send,
    /** After a publication there is no draft to be made from. */
    published: async () => {
      madeFrom.current = null;
      kept.current = latest.current;
      await queries.invalidateQueries({ queryKey: ['forms', 'versions', id] });
      await queries.invalidateQueries({ queryKey: ['forms'], exact: true });
    },
  };
}

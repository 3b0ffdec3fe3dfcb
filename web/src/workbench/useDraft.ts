/** Keeps what a handler has written, a moment after they stop typing, without checking it. */
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { FormData } from '../api/model.js';

const PAUSE_MS = 1_200;

export type Saved = 'none' | 'saving' | 'saved' | 'failed';

interface Written {
  outcome: string | undefined;
  opinion: string;
  form: FormData;
}

/** @param active whether the task is in the writer's hands and open */
export function useDraft(taskId: string, written: Written, active: boolean): Saved {
  const [saved, setSaved] = useState<Saved>('none');
  const text = JSON.stringify(written);
  const last = useRef(text);
  useEffect(() => {
    if (!active || text === last.current) return undefined;
    const timer = window.setTimeout(() => {
      last.current = text;
      setSaved('saving');
      const { outcome = null, opinion, form } = JSON.parse(text) as Written;
      api.saveTaskDraft(taskId, { outcome, opinion, form }).then(
        () => setSaved('saved'),
        () => setSaved('failed'),
      );
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [taskId, text, active]);
  return saved;
}

/** A draft on the screen: loaded once, saved by itself a moment after each change. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { Draft, FormData } from '../api/model.js';

const QUIET_MS = 800;

export interface DraftContent {
  form: FormData;
  materials: Record<string, string[]>;
}

export function useDraft(id: string) {
  return useQuery({ queryKey: ['draft', id], queryFn: () => api.draft(id) });
}

/** Keeps the content, and the server's copy up to date with it. */
export function useAutosave(draft: Draft) {
  const queries = useQueryClient();
  const [content, setContent] = useState<DraftContent>({
    form: draft.form ?? {},
    materials: draft.materials ?? {},
  });
  const latest = useRef(content);
  const timer = useRef<number | undefined>(undefined);
  const save = useMutation({
    mutationFn: (value: DraftContent) => api.saveDraft(draft.id, value.form, value.materials),
    onSuccess: (_saved, value) => {
      queries.setQueryData(['draft', draft.id], { ...draft, ...value });
    },
  });
  const { mutateAsync } = save;
  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    await mutateAsync(latest.current);
  }, [mutateAsync]);
  const change = useCallback(
    (part: Partial<DraftContent>) => {
      latest.current = { ...latest.current, ...part };
      setContent(latest.current);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush().catch(() => undefined), QUIET_MS);
    },
    [flush],
  );
  /** Changes the form as it is by now, for what comes in later than it was asked for. */
  const update = useCallback(
    (next: (form: FormData) => FormData) => change({ form: next(latest.current.form) }),
    [change],
  );
  useEffect(
    () => () => {
      if (timer.current !== undefined) void flush().catch(() => undefined);
    },
    [flush],
  );
  return { content, change, update, flush, save };
}

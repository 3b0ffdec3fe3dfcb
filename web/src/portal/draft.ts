/** A draft on the screen: kept on this machine with each change, on the platform a moment later. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { ApiError, isRefusal, newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { ChosenWays, Draft, FormData } from '../api/model.js';
import type { Unsent } from '../shared/versions/draft-keeper.js';
import { useDraftKeeper } from '../shared/versions/useDraftKeeper.js';
import { useUnsent } from '../shared/versions/useUnsent.js';

const QUIET_MS = 800;
/** The network, or the platform, was away. */
const AGAIN_MS = 5_000;

export interface DraftContent {
  form: FormData;
  materials: Record<string, string[]>;
  ways: ChosenWays;
}

export function useDraft(id: string) {
  return useQuery({ queryKey: ['draft', id], queryFn: () => api.draft(id) });
}

/** @returns undefined until this machine has looked whether it has more of the draft than the platform */
export const useUnsentDraft = (id: string, round: number) =>
  useUnsent<DraftContent>('application', id, round);

/** Whether it may arrive later: nobody has said no, or only that somebody should sign in again. */
const mayPass = (error: unknown): boolean =>
  error !== null && (!isRefusal(error) || (error instanceof ApiError && error.status === 401));

/** What could not be sent is sent again: after a while, when the network or the person is back. */
function useSendingAgain(error: unknown, flush: () => void): void {
  useEffect(() => {
    if (!mayPass(error)) return;
    const timer = window.setTimeout(flush, AGAIN_MS);
    for (const event of ['online', 'focus']) window.addEventListener(event, flush);
    return () => {
      window.clearTimeout(timer);
      for (const event of ['online', 'focus']) window.removeEventListener(event, flush);
    };
  }, [error, flush]);
}

/** Keeps the content, and the platform's copy up to date with it. */
export function useAutosave(draft: Draft, unsent: Unsent<DraftContent> | null) {
  const queries = useQueryClient();
  const names = useRef(new WeakMap<DraftContent, string>());
  const send = async (content: DraftContent, replaces: string | null): Promise<Draft> => {
    const { current } = names;
    // What is sent once more is called as before: the platform knows it then.
    const revision = current.get(content) ?? newKey();
    current.set(content, revision);
    const saved = await api.saveDraft(draft.id, content, {
      replaces: replaces ?? draft.revision,
      revision,
    });
    // What was read before this must not come in behind it.
    await queries.cancelQueries({ queryKey: ['draft', draft.id] });
    queries.setQueryData(['draft', draft.id], saved);
    return saved;
  };
  const { keeper } = useDraftKeeper<DraftContent, Draft>(
    {
      ...{ kind: 'application', id: draft.id, quiet: QUIET_MS, handed: false, unsent },
      content: { form: draft.form ?? {}, materials: draft.materials ?? {}, ways: draft.ways ?? {} },
      madeFrom: { replaces: draft.revision },
    },
    (content, { replaces }) => send(content, replaces),
  );
  const flush = useCallback(() => keeper.flush(), [keeper]);
  // A form says what it would fill in as it is made, also for a page that is never shown (React gives up
  // what waits for its code): nobody has written that.
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const change = useCallback(
    (part: Partial<DraftContent>) => {
      if (shown.current) keeper.change({ ...keeper.content, ...part });
    },
    [keeper],
  );
  /** Changes the form as it is by now, for what comes in later than it was asked for. */
  const update = useCallback(
    (next: (form: FormData) => FormData) => change({ form: next(keeper.content.form) }),
    [change, keeper],
  );
  const again = useCallback(() => void keeper.flush().catch(() => undefined), [keeper]);
  useSendingAgain(keeper.error, again);
  const own = keeper.told ?? draft;
  return {
    ...{ content: keeper.content, change, update, flush, keeper, own },
    /** All that is here is kept, and somebody has kept something else since. */
    overtaken: keeper.saving === 'saved' && draft.revision !== own.revision,
    /** What is here takes the place of what was kept elsewhere. */
    overwrite: async () => {
      const { revision } = await api.draft(draft.id);
      await keeper.replace({ replaces: revision });
    },
  };
}

export type Autosave = ReturnType<typeof useAutosave>;

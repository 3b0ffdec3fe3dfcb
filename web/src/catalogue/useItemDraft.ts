/** An item in its editor: what is written, kept a moment after, with what the rules say of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { ItemFinding } from '../api/model.js';
import { pruned } from './pruned.js';

type Data = Record<string, unknown>;

/** Typing rests so long before it is kept, ms. */
const REST = 1200;

export function useItemDraft(code: string) {
  const queries = useQueryClient();
  const history = useQuery({
    queryKey: ['catalogue', 'history', code],
    queryFn: () => api.itemHistory(code),
  });
  const newest = history.data?.versions[0];
  const source = useQuery({
    queryKey: ['catalogue', 'version', code, newest?.version],
    queryFn: () => api.itemVersion(code, newest!.version),
    enabled: newest !== undefined,
    staleTime: Infinity,
  });
  const [written, setWritten] = useState<Data | null>(null);
  const [dirty, setDirty] = useState(false);
  // The draft that this one was made from: none is kept over another unseen.
  const madeFrom = useRef<string | null>(undefined);
  if (madeFrom.current === undefined && newest) madeFrom.current = newest.revision;
  const item = written ?? source.data?.item ?? null;

  const save = useMutation({
    mutationFn: async (content: Data) => {
      const saved = await api.saveItem(code, pruned(content), madeFrom.current ?? null);
      madeFrom.current = saved.revision;
      return saved;
    },
    onSuccess: () =>
      void queries.invalidateQueries({ queryKey: ['catalogue', 'history', code], exact: true }),
  });
  const keep = async () => {
    if (!item || (!dirty && newest?.state === 'draft')) return;
    setDirty(false);
    await save.mutateAsync(item);
  };
  const { mutate } = save;
  useEffect(() => {
    if (!dirty || !written) return undefined;
    const timer = window.setTimeout(() => {
      setDirty(false);
      mutate(written);
    }, REST);
    return () => window.clearTimeout(timer);
  }, [written, dirty, mutate]);

  /** After a publication, or when the draft is gone: what there is now is read anew. */
  const again = async () => {
    madeFrom.current = undefined;
    setWritten(null);
    setDirty(false);
    save.reset();
    await queries.invalidateQueries({ queryKey: ['catalogue'] });
  };
  const told = save.data ?? source.data;
  return {
    history,
    source,
    item,
    save,
    keep,
    again,
    write: (fields: Data) => {
      setWritten({ ...item, ...fields });
      setDirty(true);
    },
    findings: (told?.findings ?? []) as readonly ItemFinding[],
    shown: told?.shown ?? null,
    hasDraft: newest?.state === 'draft' || save.isSuccess,
  };
}

/** An item in its editor: what is written, kept by itself, with what the rules say of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/endpoints.js';
import type { ItemFinding } from '../api/model.js';
import type { Unsent } from '../shared/versions/draft-keeper.js';
import { begunFrom, instead, isDraft } from '../shared/versions/made-from.js';
import { useDraftKeeper } from '../shared/versions/useDraftKeeper.js';
import { pruned } from './pruned.js';

type Data = Record<string, unknown>;

/** Typing rests so long before it is kept, ms. */
const QUIET_MS = 1200;

/** The draft, else the newest version, as the server has it at one moment. */
async function readItem(code: string) {
  const { versions } = await api.itemHistory(code);
  const newest = versions[0]!;
  const { item, findings, shown } = await api.itemVersion(code, newest.version);
  return { item: item as Data, findings, shown, versions };
}

export type BegunItem = Awaited<ReturnType<typeof readItem>>;

/** @param round begins anew with each */
export function useBegunItem(code: string, round: number) {
  return useQuery({
    queryKey: ['item-begun', code, round],
    queryFn: () => readItem(code),
    // Read once: what is written since is what counts; and anew whenever the page is opened.
    ...{ staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false },
  });
}

export function useItemDraft(code: string, begun: BegunItem, unsent: Unsent<Data> | null) {
  const queries = useQueryClient();
  const madeFrom = begunFrom(begun.versions);
  const kept = { kind: 'item', id: code, content: begun.item, madeFrom, handed: false, unsent };
  const { keeper, restored } = useDraftKeeper(
    { ...kept, quiet: QUIET_MS },
    async (content, from) => {
      const saved = await api.saveItem(code, pruned(content), from);
      void queries.invalidateQueries({ queryKey: ['catalogue', 'history', code], exact: true });
      return saved;
    },
  );
  const told = keeper.told ?? begun;
  return {
    ...{ keeper, restored, item: keeper.content },
    write: (fields: Data) => keeper.change({ ...keeper.content, ...fields }),
    findings: (told.findings ?? []) as readonly ItemFinding[],
    shown: told.shown ?? null,
    /** Of the draft there is; null = there is none. */
    revision: keeper.told?.revision ?? begun.versions.find(isDraft)?.revision ?? null,
    overwrite: async () => {
      const { versions } = await api.itemHistory(code);
      await keeper.replace(instead(versions));
    },
  };
}

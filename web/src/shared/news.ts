/**
 * Hears from the server that a case changed (server-sent events), so that what is shown of it is read again
 * at once. Where nothing is heard, pages ask by themselves, as often as they say.
 */
import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What is asked all the same while the server tells, ms: what came between reading and hearing. */
const HEARD_ASK = 30_000;
/** Until it is tried again where the server tells nobody, ms. */
const TRY_AGAIN = 60_000;

let hears = false;

/** As `refetchInterval` of what the server tells of. @param ms where nothing is heard */
export const askEvery = (ms: number) => (): number => (hears ? Math.max(ms, HEARD_ASK) : ms);

/** Lists that any change may concern. */
const LISTS: ReadonlySet<unknown> = new Set([
  'tasks',
  'notifications',
  'cases',
  'copies',
  'waiting-documents',
]);
/** What belongs to one case: named by its number, or holding it. */
const OF_A_CASE: ReadonlySet<unknown> = new Set(['task', 'case', 'diagram']);

/** @param cases null = any */
function concerns({ queryKey, state }: Query, cases: readonly string[] | null): boolean {
  const [kind, of] = queryKey;
  if (LISTS.has(kind)) return true;
  if (!OF_A_CASE.has(kind)) return false;
  if (cases === null) return true;
  // A matter and its parts show one another.
  const shown =
    typeof of === 'string' && cases.includes(of) ? of : JSON.stringify(state.data ?? '');
  return cases.some((number) => shown.includes(number));
}

/** Looks again at what it concerns, as far as it is on the screen. */
const lookAgain = (queries: QueryClient, cases: readonly string[] | null) =>
  queries.invalidateQueries({ predicate: (query) => concerns(query, cases) });

/** @returns what ends it */
function follow(queries: QueryClient): () => void {
  let source: EventSource | undefined;
  let later: number | undefined;
  let missed = false;
  const end = () => {
    window.clearTimeout(later);
    source?.close();
    source = undefined;
    hears = false;
  };
  const begin = () => {
    end();
    // A browser has few connections to one place: whoever is not looked at leaves theirs to others.
    if (document.hidden) return;
    source = new EventSource('/api/events');
    source.addEventListener('open', () => {
      hears = true;
      if (missed) void lookAgain(queries, null);
      missed = false;
    });
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { cases } = JSON.parse(data) as { cases: string[] | null };
      void lookAgain(queries, cases);
    });
    source.addEventListener('error', () => {
      hears = false;
      missed = true;
      // Refused: the browser does not try again.
      if (source?.readyState === EventSource.CLOSED) later = window.setTimeout(begin, TRY_AGAIN);
    });
  };
  document.addEventListener('visibilitychange', begin);
  begin();
  return () => {
    document.removeEventListener('visibilitychange', begin);
    end();
  };
}

/** @param who is signed in and as what; undefined = nobody, who is told nothing */
export function useNews(who: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => (who === undefined ? undefined : follow(queries)), [who, queries]);
}

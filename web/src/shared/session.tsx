/** Who is signed in, and with which post; sign-in itself is the province's. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { ApiError } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { Post, Session } from '../api/model.js';
import { useNews } from './news.js';
import { toldWithPage } from './toldWithPage.js';

interface SessionState {
  loading: boolean;
  session: Session | null;
  /** Whether somebody is signed in could not be asked. */
  error: Error | null;
  retry: () => void;
  /** The post chosen at sign-in; null for the public. */
  post: Post | null;
  choosePost: (post: string) => Promise<void>;
  /** In whose name one acts; null = one's own. */
  actFor: (authorisation: string | null) => Promise<void>;
  signOut: () => Promise<void>;
}

const Context = createContext<SessionState | null>(null);
const KEY = ['session'];

/** The server says it with the page, so that nobody waits for an answer that is known; undefined = it did not. */
function saidWithPage(): Session | null | undefined {
  const said = toldWithPage('session');
  if (said === 'none') return null;
  return said?.startsWith('{') ? (JSON.parse(said) as Session) : undefined;
}
const FIRST = saidWithPage();

async function load(): Promise<Session | null> {
  try {
    const session = await api.session();
    return session?.person ? session : null;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Whoever acts otherwise from now on sees nothing of before. */
async function begunAnew(queries: QueryClient): Promise<void> {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0], type: 'inactive' });
  await queries.invalidateQueries({ queryKey: KEY });
  await queries.resetQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: load,
    initialData: FIRST,
    staleTime: 60_000,
  });
  useNews(data ? `${data.person.id} ${data.post ?? ''}` : undefined);
  const state = useMemo<SessionState>(() => {
    const session = data ?? null;
    return {
      loading: isPending,
      session,
      error: data === undefined ? error : null,
      retry: () => void refetch(),
      post: session?.posts.find((post) => post.id === session.post) ?? null,
      choosePost: async (post) => {
        await api.choosePost(post);
        await begunAnew(queries);
      },
      actFor: async (authorisation) => {
        await api.actFor(authorisation);
        await begunAnew(queries);
      },
      signOut: async () => {
        await api.signOut();
        queries.clear();
        window.location.assign('/');
      },
    };
  }, [data, isPending, error, refetch, queries]);
  return <Context.Provider value={state}>{children}</Context.Provider>;
}

export function useSession(): SessionState {
  const state = useContext(Context);
  if (!state) throw new Error('useSession stands outside SessionProvider');
  return state;
}

/** Address of the sign-in, coming back to where the person was. */
export function signInAddress(returnTo = window.location.pathname + window.location.search) {
  return `/api/session/login?returnTo=${encodeURIComponent(returnTo)}`;
}

/** What this person made on this machine and the platform never had, as it is when a page is opened. */
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session.js';
import type { Unsent } from './draft-keeper.js';
import { findUnsaved } from './unsaved.js';

/**
 * @param round looks anew with each
 * @returns undefined until the browser has looked, null = nothing; a browser that keeps nothing has nothing
 */
export function useUnsent<Content>(
  kind: string,
  key: string,
  round = 0,
): Unsent<Content> | null | undefined {
  const person = useSession().session?.person.id ?? '';
  const { data } = useQuery({
    queryKey: ['unsent', person, kind, key, round],
    queryFn: async () => {
      const found = await findUnsaved<Unsent<Content> & { at: number }>({
        person,
        kind,
        key,
      }).catch(() => undefined);
      return found?.content ? found : null;
    },
    networkMode: 'always',
    // Once, whenever the page is opened: from then on the page knows better.
    ...{ staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, retry: false },
  });
  return data;
}

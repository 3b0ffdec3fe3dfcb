/** Where the window itself is: most who come live there. */
import { useQueries } from '@tanstack/react-query';
import { api } from '../api/endpoints.js';
import type { Region } from '../api/model.js';
import { useSession } from '../shared/session.js';

/** Digits of a region's code by level, county and township. */
const LEVELS = [6, 9];

/** The county and the township of the window, as far down as it is one's own; empty until they are known. */
export function useOwnPlace(): Region[] {
  const region = useSession().post?.organisation.region ?? '';
  const wanted = LEVELS.filter((length) => region.length >= length && !region.endsWith('0300'));
  const parents = wanted.map((_, index) => (index === 0 ? '' : region.slice(0, LEVELS[index - 1])));
  const lists = useQueries({
    queries: parents.map((parent) => ({
      queryKey: ['regions', parent],
      queryFn: () => api.regions(parent || undefined),
      staleTime: Infinity,
    })),
  });
  const path: Region[] = [];
  for (const [index, length] of wanted.entries()) {
    const found = lists[index]?.data?.items.find(({ code }) => code === region.slice(0, length));
    if (!found) break;
    path.push(found);
  }
  return path;
}

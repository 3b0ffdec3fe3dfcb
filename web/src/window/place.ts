/** Where the window itself is: most who come live there. */
import { useQueries } from '@tanstack/react-query';
import { api } from '../api/endpoints.js';
import type { Region } from '../api/model.js';
import { useSession } from '../shared/session.js';

/** The city, the county and the township in which a region lies, as far down as it goes. */
function codesOf(region: string): string[] {
  const city = `${region.slice(0, 4)}00`;
  const below = [6, 9]
    .filter((length) => region.length >= length)
    .map((length) => region.slice(0, length));
  return region ? [city, ...below.filter((code) => code !== city)] : [];
}

/** The way down to the window's own place; empty until it is known. */
export function useOwnPlace(): Region[] {
  const codes = codesOf(useSession().post?.organisation.region ?? '');
  const lists = useQueries({
    queries: ['', ...codes].slice(0, codes.length).map((parent) => ({
      queryKey: ['regions', parent],
      queryFn: () => api.regions(parent || undefined),
      staleTime: Infinity,
    })),
  });
  const path: Region[] = [];
  for (const [index, code] of codes.entries()) {
    const found = lists[index]?.data?.items.find((region) => region.code === code);
    if (!found) break;
    path.push(found);
  }
  return path;
}

/** Where an item's draft stands on its way into the catalogue; looked at anew, for others move it. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/endpoints.js';

const REFRESH_MS = 5_000;

export const useEntry = (code: string) =>
  useQuery({
    queryKey: ['catalogue', 'entry', code],
    queryFn: () => api.itemEntry(code),
    refetchInterval: ({ state }) => (state.data?.running ? REFRESH_MS : false),
  });

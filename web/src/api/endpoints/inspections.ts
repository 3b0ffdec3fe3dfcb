/** Inspections by two holders of 执法证. */
import { client, take } from '../client.js';
import type { FormData } from '../model.js';
import { byId } from './parameters.js';

export const inspections = {
  inspection: (id: string) => take(client.GET('/api/tasks/{id}/inspection', byId(id))),
  proposeInspection: (
    id: string,
    body: { companion: string; outcome: string; opinion?: string; form?: FormData },
  ) => take(client.POST('/api/tasks/{id}/inspection', { ...byId(id), body })),
};

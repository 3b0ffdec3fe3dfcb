/** Forms, for those who keep them. */
import { client, take } from '../client.js';
import type { FormContent } from '../model.js';
import { byId } from './parameters.js';

export const forms = {
  forms: () => take(client.GET('/api/forms')),
  formVersions: (id: string) => take(client.GET('/api/forms/{id}/versions', byId(id))),
  formVersion: async (id: string, version: number): Promise<FormContent> => {
    const parameters = { params: { path: { id, version } } };
    return (await take(
      client.GET('/api/forms/{id}/versions/{version}', parameters),
    )) as FormContent;
  },
  formUsage: (id: string) => take(client.GET('/api/forms/{id}/usage', byId(id))),
  saveForm: (id: string, { schema, uiSchema }: FormContent, replaces: string | null) =>
    take(
      client.PUT('/api/forms/{id}/draft', {
        ...byId(id),
        body: { schema: { ...schema }, uiSchema, replaces },
      }),
    ),
  dropFormDraft: (id: string) => take(client.DELETE('/api/forms/{id}/draft', byId(id))),
  publishForm: (id: string, body: { revision: string; note: string }) =>
    take(client.POST('/api/forms/{id}/draft/publication', { ...byId(id), body })),
  retireForm: (id: string) => take(client.POST('/api/forms/{id}/retirement', byId(id))),
};

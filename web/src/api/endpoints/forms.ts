/** Forms, for those who keep them. */
import { client, take } from '../client.js';
import type { FormContent } from '../model.js';
import type { MadeFrom, Reviewed } from '../../shared/versions/made-from.js';
import { byId, dropped } from './parameters.js';

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
  saveForm: (id: string, { schema, uiSchema }: FormContent, madeFrom: MadeFrom) =>
    take(
      client.PUT('/api/forms/{id}/draft', {
        ...byId(id),
        body: { schema: { ...schema }, uiSchema, ...madeFrom },
      }),
    ),
  dropFormDraft: (id: string, revision: string) =>
    take(client.DELETE('/api/forms/{id}/draft', dropped({ path: { id } }, revision))),
  publishForm: (id: string, body: Reviewed & { note: string }) =>
    take(client.POST('/api/forms/{id}/draft/publication', { ...byId(id), body })),
  retireForm: (id: string) => take(client.POST('/api/forms/{id}/retirement', byId(id))),
};

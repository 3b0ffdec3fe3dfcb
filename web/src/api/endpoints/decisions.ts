/** Decision tables. */
import { client, take } from '../client.js';
import type { FormData } from '../model.js';
import { byId } from './parameters.js';

export const decisions = {
  decisions: () => take(client.GET('/api/decisions')),
  decisionVersions: (id: string) => take(client.GET('/api/decisions/{id}/versions', byId(id))),
  decisionXml: (id: string, version: number) =>
    take(
      client.GET('/api/decisions/{id}/versions/{version}/xml', {
        params: { path: { id, version } },
      }),
    ),
  saveDecision: (id: string, { xml, replaces }: { xml: string; replaces: string | null }) =>
    take(client.PUT('/api/decisions/{id}/draft', { ...byId(id), body: { xml, replaces } })),
  dropDecisionDraft: (id: string) => take(client.DELETE('/api/decisions/{id}/draft', byId(id))),
  publishDecision: (id: string, revision: string) =>
    take(client.POST('/api/decisions/{id}/draft/publication', { ...byId(id), body: { revision } })),
  lintDecision: (xml: string) => take(client.POST('/api/decisions/lint', { body: { xml } })),
  tryDecision: (xml: string, decision: string, variables: FormData) =>
    take(client.POST('/api/decisions/evaluation', { body: { xml, decision, variables } })),
};

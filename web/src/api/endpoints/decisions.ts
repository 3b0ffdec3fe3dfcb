/** Decision tables. */
import { client, take } from '../client.js';
import type { FormData } from '../model.js';
import type { MadeFrom, Reviewed } from '../../shared/versions/made-from.js';
import { byId, dropped } from './parameters.js';

export const decisions = {
  decisions: () => take(client.GET('/api/decisions')),
  decisionVersions: (id: string) => take(client.GET('/api/decisions/{id}/versions', byId(id))),
  decisionXml: (id: string, version: number) =>
    take(
      client.GET('/api/decisions/{id}/versions/{version}/xml', {
        params: { path: { id, version } },
      }),
    ),
  saveDecision: (id: string, { xml, madeFrom }: { xml: string; madeFrom: MadeFrom }) =>
    take(client.PUT('/api/decisions/{id}/draft', { ...byId(id), body: { xml, ...madeFrom } })),
  dropDecisionDraft: (id: string, revision: string) =>
    take(client.DELETE('/api/decisions/{id}/draft', dropped({ path: { id } }, revision))),
  publishDecision: (id: string, body: Reviewed & { note: string }) =>
    take(client.POST('/api/decisions/{id}/draft/publication', { ...byId(id), body })),
  lintDecision: (xml: string) => take(client.POST('/api/decisions/lint', { body: { xml } })),
  tryDecision: (xml: string, decision: string, variables: FormData) =>
    take(client.POST('/api/decisions/evaluation', { body: { xml, decision, variables } })),
};

/** Signing in, and the post one acts under. */
import { client, take } from '../client.js';
import type { NewAuthorisation, PaperAuthorisation } from '../model.js';
import { byId } from './parameters.js';

export const people = {
  session: () => take(client.GET('/api/session')),
  choosePost: (post: string | null) => take(client.POST('/api/session/post', { body: { post } })),
  actFor: (authorisation: string | null) =>
    take(client.POST('/api/session/acting-for', { body: { authorisation } })),
  authorisations: () => take(client.GET('/api/authorisations')),
  authorise: (body: NewAuthorisation, key: string) =>
    take(
      client.POST('/api/authorisations', { params: { header: { 'Idempotency-Key': key } }, body }),
    ),
  recordAuthorisation: (body: PaperAuthorisation, key: string) =>
    take(
      client.POST('/api/window/authorisations', {
        params: { header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  revokeAuthorisation: (id: string) => take(client.DELETE('/api/authorisations/{id}', byId(id))),
  sessions: () => take(client.GET('/api/sessions')),
  endSession: (id: string) =>
    take(client.DELETE('/api/sessions/{id}', { params: { path: { id } } })),
  sessionsOf: (id: string) =>
    take(client.GET('/api/people/{id}/sessions', { params: { path: { id } } })),
  endSessionOf: (id: string, session: string) =>
    take(
      client.DELETE('/api/people/{id}/sessions/{session}', { params: { path: { id, session } } }),
    ),
  endSessionsOf: (id: string) =>
    take(client.DELETE('/api/people/{id}/sessions', { params: { path: { id } } })),
  signOut: () => take(client.DELETE('/api/session')),
};

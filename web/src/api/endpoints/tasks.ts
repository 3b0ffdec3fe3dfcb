/** Tasks, and all that is done with one. */
import { client, done, take } from '../client.js';
import type { InboxQuery, InboxView, TaskDraft, FormData, TaskDetail, VerbPath } from '../model.js';
import { byId, keyed } from './parameters.js';

/** Which operation it is, only the caller knows; each one's body is held against `VerbBody`. */
const post = client.POST as (path: string, init: object) => ReturnType<typeof complete>;
const complete = (id: string, body: Completion, key: string) =>
  client.POST('/api/tasks/{id}/completion', { ...keyed({ id }, key), body });

interface Completion {
  outcome?: string;
  opinion?: string;
  form?: FormData;
}

export const tasks = {
  tasks: (query: InboxQuery) => take(client.GET('/api/tasks', { params: { query } })),
  task: async (id: string) => (await take(client.GET('/api/tasks/{id}', byId(id)))) as TaskDetail,
  ownFigures: () => take(client.GET('/api/own-figures')),
  claim: (id: string) => take(client.PUT('/api/tasks/{id}/claim', byId(id))),
  release: (id: string) => take(client.DELETE('/api/tasks/{id}/claim', byId(id))),
  complete: (id: string, body: Completion, key: string) => done(complete(id, body, key)),
  saveTaskDraft: (id: string, body: TaskDraft) =>
    take(client.PUT('/api/tasks/{id}/draft', { ...byId(id), body })),
  /** A verb of the workbench, by its operation; what is only accepted yet is waited for. */
  performVerb: (id: string, path: VerbPath, body: object | undefined, key: string) =>
    done(post(`/api/tasks/{id}/${path}`, { ...keyed({ id }, key), body })),
  removeSignOff: (
    id: string,
    body: { signOff: string; position: number; reason: string },
    key: string,
  ) => take(client.POST('/api/tasks/{id}/sign-offs/removal', { ...keyed({ id }, key), body })),
  recallCopy: (id: string, body: { copy: string }, key: string) =>
    take(client.POST('/api/tasks/{id}/copies/recall', { ...keyed({ id }, key), body })),
  returns: (id: string) => take(client.GET('/api/tasks/{id}/returns', byId(id))),
  desks: (id: string, verb: 'transfer' | 'delegate' | 'any', q?: string) =>
    take(
      client.GET('/api/tasks/{id}/desks', { params: { path: { id }, query: { for: verb, q } } }),
    ),
  claimTasks: (ids: string[]) => take(client.POST('/api/task-claims', { body: { ids } })),
  completeTasks: (body: { ids: string[]; outcome?: string; opinion?: string }, key: string) =>
    take(
      client.POST('/api/task-completions', {
        params: { header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  urgeCase: (number: string, note: string, key: string) =>
    take(client.POST('/api/cases/{number}/urges', { ...keyed({ number }, key), body: { note } })),
  copies: () => take(client.GET('/api/task-copies')),
  readCopy: (id: string) => take(client.POST('/api/task-copies/{id}/reading', byId(id))),
  deputies: () => take(client.GET('/api/deputies')),
  nameDeputy: (body: { deputy: string; from: string; to: string; reason?: string }, key: string) =>
    take(client.POST('/api/deputies', { params: { header: { 'Idempotency-Key': key } }, body })),
  revokeDeputy: (id: string) => take(client.DELETE('/api/deputies/{id}', byId(id))),
  colleagues: () => take(client.GET('/api/colleagues')),
  inboxViews: () => take(client.GET('/api/inbox-views')),
  saveInboxView: (name: string, query: InboxQuery & { view: InboxView }) =>
    take(client.POST('/api/inbox-views', { body: { name, query } })),
  removeInboxView: (id: string) => take(client.DELETE('/api/inbox-views/{id}', byId(id))),
  opinionTemplates: () => take(client.GET('/api/opinion-templates')),
  addOpinionTemplate: (text: string) =>
    take(client.POST('/api/opinion-templates', { body: { text } })),
  removeOpinionTemplate: (id: string) =>
    take(client.DELETE('/api/opinion-templates/{id}', byId(id))),
  incidents: (query: { state?: 'open' | 'resolved'; case?: string }) =>
    take(client.GET('/api/incidents', { params: { query } })),
  incident: (id: string) => take(client.GET('/api/incidents/{id}', byId(id))),
  retryIncidents: (ids: string[], key: string) =>
    take(
      client.POST('/api/incidents/retries', {
        params: { header: { 'Idempotency-Key': key } },
        body: { ids },
      }),
    ),
  retryIncident: (
    id: string,
    body: { variables: Record<string, unknown>; reason: string },
    key: string,
  ) => done(client.POST('/api/incidents/{id}/retry', { ...keyed({ id }, key), body })),
};

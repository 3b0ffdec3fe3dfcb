/** What an applicant is filling in. */
import { client, take } from '../client.js';
import type { ChosenWays, DeletedDraft, Draft, DraftSituation, FormData, Page } from '../model.js';
import { byId } from './parameters.js';

interface DraftContent {
  form: FormData;
  materials: Record<string, string[]>;
  ways?: ChosenWays;
}

/** Which state it was made from, and what the new one is called: it may be sent twice. */
interface Revised {
  replaces: string;
  revision: string;
}

export const drafts = {
  drafts: async () =>
    (await take(client.GET('/api/drafts'))) as Page<Draft> & {
      deleted: DeletedDraft[];
    },
  draft: async (id: string) => (await take(client.GET('/api/drafts/{id}', byId(id)))) as Draft,
  openDraft: async (item: string, region: string) =>
    (await take(client.POST('/api/drafts', { body: { item, region } }))) as Draft,
  draftSituation: async (id: string, form: FormData, materials: Record<string, string[]>) =>
    (await take(
      client.POST('/api/drafts/{id}/situation', { ...byId(id), body: { form, materials } }),
    )) as DraftSituation,
  saveDraft: async (id: string, content: DraftContent, from: Revised) =>
    (await take(
      client.PUT('/api/drafts/{id}', { ...byId(id), body: { ...content, ...from } }),
    )) as Draft,
  deleteDraft: (id: string) => take(client.DELETE('/api/drafts/{id}', byId(id))),
  restoreDraft: async (id: string) =>
    (await take(client.POST('/api/drafts/{id}/restoration', byId(id)))) as Draft,
};

/** Bodies, people and posts as administrators keep them; each change carries a key of its own. */
import { client, newKey, take } from '../client.js';
import type {
  AuthorityKey,
  AuthorityQuery,
  ChangedOrganisation,
  ChangedPost,
  EndedPost,
  NewAuthority,
  NewOrganisation,
  NewPost,
  NewRegion,
  OrganisationQuery,
  RegisterChangeQuery,
  StaffQuery,
} from '../model.js';
import { keyed } from './parameters.js';

/** Of what has no place of its own yet. */
const once = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } });

/** A key is the form's, so that pressing twice is once. */
export const register = {
  newKey,
  organisations: (query: OrganisationQuery) =>
    take(client.GET('/api/organisations', { params: { query } })),
  organisation: (organisation: string) =>
    take(client.GET('/api/organisations/{organisation}', { params: { path: { organisation } } })),
  addOrganisation: (body: NewOrganisation, key: string) =>
    take(client.POST('/api/organisations', { ...once(key), body })),
  changeOrganisation: (organisation: string, body: ChangedOrganisation, key: string) =>
    take(
      client.PUT('/api/organisations/{organisation}', { ...keyed({ organisation }, key), body }),
    ),
  previewClosing: (organisation: string, from: string) =>
    take(
      client.GET('/api/organisations/{organisation}/closing', {
        params: { path: { organisation }, query: { from } },
      }),
    ),
  closeOrganisation: (organisation: string, validFrom: string, key: string) =>
    take(
      client.POST('/api/organisations/{organisation}/closing', {
        ...keyed({ organisation }, key),
        body: { validFrom },
      }),
    ),
  addRegion: (body: NewRegion, key: string) =>
    take(client.POST('/api/regions', { ...once(key), body })),
  authorities: (query: AuthorityQuery) =>
    take(client.GET('/api/item-authorities', { params: { query } })),
  authorityGaps: () => take(client.GET('/api/item-authorities/gaps')),
  previewAuthority: (body: NewAuthority) =>
    take(client.POST('/api/item-authorities/preview', { body })),
  setAuthority: (body: NewAuthority, key: string) =>
    take(client.PUT('/api/item-authorities', { ...once(key), body })),
  removeAuthority: (body: AuthorityKey, key: string) =>
    take(client.POST('/api/item-authorities/removal', { ...once(key), body })),
  registerChanges: (query: RegisterChangeQuery) =>
    take(client.GET('/api/register-changes', { params: { query } })),
  withdrawChange: (id: string) =>
    take(client.DELETE('/api/register-changes/{id}', { params: { path: { id } } })),
  staff: (query: StaffQuery) => take(client.GET('/api/staff', { params: { query } })),
  staffMember: (person: string) =>
    take(client.GET('/api/staff/{person}', { params: { path: { person } } })),
  addStaff: (body: { name: string; idNumber: string }, key: string) =>
    take(client.POST('/api/staff', { ...once(key), body })),
  addPost: (person: string, body: NewPost, key: string) =>
    take(client.POST('/api/staff/{person}/posts', { ...keyed({ person }, key), body })),
  changePost: (post: string, body: ChangedPost, key: string) =>
    take(client.PUT('/api/posts/{post}', { ...keyed({ post }, key), body })),
  previewHandOver: (post: string, from: string) =>
    take(
      client.GET('/api/posts/{post}/hand-over', { params: { path: { post }, query: { from } } }),
    ),
  endPost: (post: string, body: EndedPost, key: string) =>
    take(client.POST('/api/posts/{post}/end', { ...keyed({ post }, key), body })),
  lockStaff: (person: string, reason: string, key: string) =>
    take(client.POST('/api/staff/{person}/lock', { ...keyed({ person }, key), body: { reason } })),
  unlockStaff: (person: string, reason: string, key: string) =>
    take(
      client.POST('/api/staff/{person}/unlock', { ...keyed({ person }, key), body: { reason } }),
    ),
};

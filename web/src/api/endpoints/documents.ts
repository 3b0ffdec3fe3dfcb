/** Official documents and their templates. */
import { client, take } from '../client.js';
import type { KindSetting } from '../model.js';
import type { MadeFrom, Reviewed } from '../../shared/versions/made-from.js';
import { byId, byCode, byKind } from './parameters.js';

export const documents = {
  document: (id: string) => take(client.GET('/api/documents/{id}', byId(id))),
  verification: (code: string) => take(client.GET('/api/verification/{code}', byCode(code))),
  waitingDocuments: () => take(client.GET('/api/documents')),
  retrySealing: (id: string) => take(client.POST('/api/documents/{id}/sealing-retry', byId(id))),
  documentKinds: () => take(client.GET('/api/document-kinds')),
  changeDocumentSetting: (kind: string, body: KindSetting) =>
    take(client.PUT('/api/document-kinds/{kind}/setting', { ...byKind(kind), body })),
  documentTemplates: (kind: string) =>
    take(client.GET('/api/document-kinds/{kind}/templates', byKind(kind))),
  saveDocumentTemplate: (kind: string, body: string, madeFrom: MadeFrom) =>
    take(
      client.PUT('/api/document-kinds/{kind}/template', {
        ...byKind(kind),
        body: { body, ...madeFrom },
      }),
    ),
  publishDocumentTemplate: (kind: string, effectiveFrom: string, reviewed: Reviewed) =>
    take(
      client.POST('/api/document-kinds/{kind}/template/publication', {
        ...byKind(kind),
        body: { effectiveFrom, ...reviewed },
      }),
    ),
  previewDocumentTemplate: (kind: string, body: string): Promise<Blob> =>
    take(
      client.POST('/api/document-kinds/{kind}/preview', {
        ...byKind(kind),
        body: { body },
        parseAs: 'blob',
      }),
    ) as unknown as Promise<Blob>,
  documentWords: (q: string) =>
    take(client.GET('/api/document-words', { params: { query: { q } } })),
  changeDocumentWord: (organisation: string, word: string) =>
    take(
      client.PUT('/api/document-words/{organisation}', {
        params: { path: { organisation } },
        body: { word },
      }),
    ),
};

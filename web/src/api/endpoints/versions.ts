/** What is the same for versioned definitions of every kind. */
import { client, take } from '../client.js';

export const versions = {
  reviewDefinition: (kind: string, key: string) =>
    take(client.GET('/api/definitions/{kind}/{key}/review', { params: { path: { kind, key } } })),
  compareVersions: (kind: string, key: string, query: { before: number; after: number }) =>
    take(
      client.GET('/api/definitions/{kind}/{key}/differences', {
        params: { path: { kind, key }, query },
      }),
    ),
};

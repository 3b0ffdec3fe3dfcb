/** Packages of finished cases. */
import { client, take } from '../client.js';
import type { ArchivePackage } from '../model.js';

export const archives = {
  archives: (state?: string, cursor?: string) =>
    take(
      client.GET('/api/archives', {
        params: { query: { state: state as ArchivePackage['state'] | undefined, cursor } },
      }),
    ),
  requestArchive: (number: string) =>
    take(client.POST('/api/archives', { body: { case: number } })),
};

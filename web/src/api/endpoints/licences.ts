/** The holder’s licences. */
import { client, take } from '../client.js';
import type { LicenceOperation } from '../model.js';

export const licences = {
  licences: () => take(client.GET('/api/licences')),
  changeLicence: (identifier: string, operation: LicenceOperation) =>
    take(
      client.POST('/api/licences/{identifier}/changes', {
        params: { path: { identifier } },
        body: { operation },
      }),
    ),
};

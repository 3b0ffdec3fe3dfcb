/** How results reach applicants, and in which ways a case is handled. */
import { client, take } from '../client.js';
import type { PaperKind, Envelope } from '../model.js';
import { byNumber } from './parameters.js';

export const deliveries = {
  ways: (number: string) => take(client.GET('/api/cases/{number}/ways', byNumber(number))),
  deliveries: () => take(client.GET('/api/deliveries')),
  delivery: (number: string) => take(client.GET('/api/cases/{number}/delivery', byNumber(number))),
  sendResult: (number: string, courier: string, trackingNumber: string) =>
    take(
      client.POST('/api/cases/{number}/delivery/sending', {
        ...byNumber(number),
        body: { courier, trackingNumber },
      }),
    ),
  resultArrived: (number: string) =>
    take(client.POST('/api/cases/{number}/delivery/arrival', { ...byNumber(number), body: {} })),
  sendResults: (body: Envelope) => take(client.POST('/api/deliveries/sending', { body })),
  handOutResult: (number: string, receiver: string, paperKind: PaperKind, signature = '') =>
    take(
      client.POST('/api/cases/{number}/delivery/handing', {
        ...byNumber(number),
        body: { receiver, paperKind, ...(signature && { signature }) },
      }),
    ),
};

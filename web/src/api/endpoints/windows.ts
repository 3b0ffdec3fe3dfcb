/** What windows enter, collect and forward. */
import { client, take } from '../client.js';
import type { Draft, NewEntry } from '../model.js';
import { byNumber } from './parameters.js';

export const windows = {
  enterAtWindow: async (body: NewEntry) =>
    (await take(client.POST('/api/window/entries', { body }))) as Draft,
  collections: (view: 'collected' | 'incoming') =>
    take(client.GET('/api/collections', { params: { query: { view } } })),
  collection: (number: string) =>
    take(client.GET('/api/cases/{number}/collection', byNumber(number))),
  forwardPapers: (number: string, note: string) =>
    take(
      client.POST('/api/cases/{number}/collection/forwarding', {
        ...byNumber(number),
        body: { note },
      }),
    ),
  receivePapers: (number: string) =>
    take(client.POST('/api/cases/{number}/collection/receipt', byNumber(number))),
};

/** Cases of older systems. */
import { client, take } from '../client.js';
import { byId } from './parameters.js';

export const bringingOver = {
  bringingOvers: () => take(client.GET('/api/bringing-overs')),
  bringingOver: (id: string) => take(client.GET('/api/bringing-overs/{id}', byId(id))),
  bringingOverLines: (id: string, after: number) =>
    take(
      client.GET('/api/bringing-overs/{id}/lines', {
        params: { path: { id }, query: { after } },
      }),
    ),
  runBringingOver: (id: string) => take(client.POST('/api/bringing-overs/{id}/run', byId(id))),
  dropBringingOver: (id: string) => take(client.DELETE('/api/bringing-overs/{id}', byId(id))),
};

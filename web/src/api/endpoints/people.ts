/** Signing in, and the post one acts under. */
import { client, take } from '../client.js';

export const people = {
  session: () => take(client.GET('/api/session')),
  choosePost: (post: string | null) => take(client.POST('/api/session/post', { body: { post } })),
  signOut: () => take(client.DELETE('/api/session')),
};

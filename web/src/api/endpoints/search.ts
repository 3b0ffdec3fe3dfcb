/** What people call things when they search. */
import { client, take } from '../client.js';

export const search = {
  searchWords: () => take(client.GET('/api/search-words')),
  setSearchWord: (body: { word: string; means: string[] }) =>
    take(client.PUT('/api/search-words', { body })),
  removeSearchWord: (word: string) =>
    take(client.POST('/api/search-words/removal', { body: { word } })),
};

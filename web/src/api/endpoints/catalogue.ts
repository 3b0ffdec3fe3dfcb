/** The catalogue as it is kept: drafts, versions, standing. */
import { client, done, take } from '../client.js';
import type { CatalogueFilter, NewArticle, StandingChange } from '../model.js';
import type { MadeFrom, Reviewed } from '../../shared/versions/made-from.js';
import { byCode, dropped, keyed } from './parameters.js';

export const catalogue = {
  catalogue: (query: CatalogueFilter) =>
    take(client.GET('/api/catalogue/items', { params: { query } })),
  itemSchema: () => take(client.GET('/api/catalogue/items/schema')),
  itemHistory: (code: string) =>
    take(client.GET('/api/catalogue/items/{code}/history', byCode(code))),
  itemVersion: (code: string, version: number) =>
    take(
      client.GET('/api/catalogue/items/{code}/versions/{version}', {
        params: { path: { code, version } },
      }),
    ),
  itemOnDay: (code: string, day: string) =>
    take(client.GET('/api/catalogue/items/{code}/on/{day}', { params: { path: { code, day } } })),
  saveItem: (code: string, item: Record<string, unknown>, madeFrom: MadeFrom) =>
    take(
      client.PUT('/api/catalogue/items/{code}/draft', {
        ...byCode(code),
        body: { item, ...madeFrom },
      }),
    ),
  dropItem: (code: string, revision: string) =>
    take(client.DELETE('/api/catalogue/items/{code}/draft', dropped({ path: { code } }, revision))),
  publishItem: (code: string, effectiveFrom: string, reviewed: Reviewed) =>
    take(
      client.POST('/api/catalogue/items/{code}/draft/publication', {
        ...byCode(code),
        body: { effectiveFrom, ...reviewed },
      }),
    ),
  itemEntry: (code: string) => take(client.GET('/api/catalogue/items/{code}/entry', byCode(code))),
  handInItem: (code: string, body: { revision: string; note: string }, key: string) =>
    done(client.POST('/api/catalogue/items/{code}/entry', { ...keyed({ code }, key), body })),
  commentOnItem: (code: string, place: string, words: string) =>
    take(
      client.POST('/api/catalogue/items/{code}/entry/comments', {
        ...byCode(code),
        body: { place, words },
      }),
    ),
  answerItemComment: (code: string, comment: string, answer: string) =>
    take(
      client.POST('/api/catalogue/items/{code}/entry/comments/{comment}/answer', {
        params: { path: { code, comment } },
        body: { answer },
      }),
    ),
  articles: (q: string) =>
    take(client.GET('/api/catalogue/articles', { params: { query: { q } } })),
  article: (law: string, article: string) =>
    take(client.GET('/api/catalogue/articles/one', { params: { query: { law, article } } })),
  noteArticle: (body: NewArticle) => take(client.POST('/api/catalogue/articles', { body })),
  changeStanding: (code: string, body: StandingChange) =>
    take(client.POST('/api/catalogue/items/{code}/standing', { ...byCode(code), body })),
};
